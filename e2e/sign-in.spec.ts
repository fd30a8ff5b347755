import { demoOwner, ownTenant } from './support/tenants';
import { expect, signIn, speak, test, textOf } from './support/test';

test('from the sign-in down to the rows, whose totals agree with the value', async ({ page, context }) => {
  await speak(context, 'en');
  const { slug, ...person } = demoOwner();
  await page.goto(`/${slug}`);
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fdemo$/);

  await page.getByLabel('E-mail address').fill(person.email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Address and password do not belong together')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue(person.email);

  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What needs you' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Is the data good?' })).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: 'On time in full', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'On time in full' })).toBeVisible();
  await expect(page.getByText(/^Totals agree with the value: [\d,]+ ÷ [\d,]+\.$/)).toBeVisible();

  // The division on the page is the value on the page, and the totals are its two sides.
  const agreed = (await textOf(page.getByText(/^Totals agree with the value/))).match(/[\d,]+/g)!;
  const [num, den] = agreed.map((text) => Number(text.replaceAll(',', '')));
  const shown = Number.parseFloat(await textOf(page.getByText(/^\d+\.\d%$/).first()));
  expect(Math.abs(shown - (100 * num!) / den!)).toBeLessThan(0.06);

  const rows = page.getByRole('table', { name: 'The rows behind it' });
  await expect(rows.getByRole('row')).toHaveCount(51);
  await page.getByRole('link', { name: /^Left out/ }).click();
  await expect(page).toHaveURL(/part=excluded/);
  await expect(rows.getByRole('columnheader', { name: 'Why left out' })).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/part=/);
});

test('every KPI of the showcase agrees with its rows', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/kpis');
  const links = page.getByRole('main').getByRole('listitem').getByRole('link');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  expect(hrefs).toHaveLength(7);
  for (const href of hrefs) {
    await page.goto(href);
    await expect(page.getByText(/^Totals agree with the value/)).toBeVisible();
  }
  await context.close();
});

test('rows leave as CSV with their number in the last line', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/kpis/on-time-in-full');
  const promised = (await textOf(page.getByRole('link', { name: /^Rows as CSV/ }))).match(/[\d,]+(?= rows)/)![0];
  const href = await page.getByRole('link', { name: /^Rows as CSV/ }).getAttribute('href');
  const answer = await page.request.get(href!);
  expect(answer.headers()['content-type']).toContain('text/csv');
  const lines = (await answer.text()).trim().split('\r\n');
  expect(lines.at(-1)).toBe(`"# ${promised} rows"`);
  expect(lines.length - 2).toBe(Number(promised.replaceAll(',', '')));
  await context.close();
});

test('the sign-in leads straight to the only firm, by no page between', async ({ page, context }) => {
  await speak(context, 'en');
  const { slug, email, password } = await ownTenant();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  expect(await (await answered).headerValue('x-action-redirect')).toMatch(new RegExp(`^/${slug};`));
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});

test('after the sign-in nobody is sent to another site, and signing out ends the session', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const person = await ownTenant();
  await page.goto('/sign-in?next=https://elsewhere.example/');
  await expect(page.locator('[name=next]')).toHaveValue('/');
  await signIn(page, person);
  const [token] = (await context.cookies()).filter((cookie) => cookie.name.endsWith('session-token'));
  expect(token).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  const signedOut = page.waitForResponse((answer) => answer.url().endsWith('/sign-out'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  expect(await (await signedOut).headerValue('clear-site-data')).toBe('"cache", "storage"');
  await page.waitForURL('**/sign-in');
  // Who sits down here next finds nothing by going back.
  await page.goBack();
  await page.waitForURL('**/sign-in?next=*');
  // The old cookie opens nothing any more.
  await context.addCookies([token!]);
  await page.goto(`/${person.slug}`);
  await expect(page).toHaveURL(/\/sign-in/);
});
