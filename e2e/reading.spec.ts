import { expect, speak, test, textOf } from './support/test';

test('language and theme are switched on any page and kept', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState, colorScheme: 'light' });
  await speak(context, 'zh-CN', 'system');
  const page = await context.newPage();
  await page.goto('/demo/kpis/on-time-in-full?window=month');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('准时足量交付率 (OTIF)');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On time in full');
  await expect(page).toHaveURL(/window=month/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.goto('/demo');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  expect(await background()).toBe(dark);
  await context.close();
});

test('an unknown language or theme in a cookie breaks nothing', async ({ page, context, baseURL }) => {
  await context.addCookies([
    { name: 'locale', value: 'tlh', url: baseURL! },
    { name: 'theme', value: 'plaid', url: baseURL! },
  ]);
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('the browser’s language is taken before anybody has chosen', async ({ browser }) => {
  for (const [locale, title] of [
    ['zh-TW', '登录'],
    ['en-AU', 'Sign in'],
    ['fr-FR', '登录'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await context.close();
  }
});

test('the keyboard reaches the content first', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await context.close();
});

test('rows are sorted and columns chosen in the address, which the way on keeps', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/kpis/on-time-in-full?by=carrier');
  await page.getByRole('link', { name: 'Sampan Parcel', exact: true }).click();
  const rows = page.getByRole('region', { name: 'The rows behind it' });
  // As many rows as the line that was clicked says.
  const of = await textOf(page.getByRole('row', { name: /^Sampan Parcel/ }).getByText(/^\d+ of \d+$/));
  await expect(page.getByText(`${of.split(' ').at(-1)} rows, none cut`)).toBeVisible();

  await rows.getByRole('link', { name: /^Promised/ }).click();
  await expect(rows.getByRole('columnheader', { name: /^Promised/ })).toHaveAttribute('aria-sort', 'ascending');
  await rows.getByRole('link', { name: /^Promised/ }).click();
  await expect(rows.getByRole('columnheader', { name: /^Promised/ })).toHaveAttribute('aria-sort', 'descending');
  const tools = page.locator('#rows');
  await tools.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('link', { name: 'Hide column: Tracking number' }).click();
  await expect(rows.getByRole('columnheader', { name: 'Tracking number' })).toBeHidden();
  // The choice stays open for the next one, and the keyboard closes it.
  await expect(page.getByRole('link', { name: 'Show column: Tracking number' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Show column: Tracking number' })).toBeHidden();

  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/cursor=/);
  await expect(rows.getByRole('columnheader', { name: /^Promised/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.getByRole('columnheader', { name: 'Tracking number' })).toBeHidden();

  // Another day is another page of rows, asked for in the same way.
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/at=/);
  for (const kept of ['by=carrier', 'key=Sampan', 'sort=-promised_on', 'hide=tracking_no'])
    expect(page.url()).toContain(kept);
  expect(page.url()).not.toContain('cursor=');

  // A table that shares the page keeps to itself.
  const feeds = page.getByRole('region', { name: 'Feeds it reads' });
  await feeds.getByRole('link', { name: /^Kept aside/ }).click();
  await expect(feeds.getByRole('columnheader', { name: /^Kept aside/ })).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On time in full');
  await expect(rows.getByRole('columnheader', { name: /^Promised/ })).toHaveAttribute('aria-sort', 'descending');
  await context.close();
});
