import { fairway } from './support/fairway';
import { mailsTo } from './support/mailbox';
import { demoPerson, ownTenant } from './support/tenants';
import { expect, signIn, speak, test, textOf } from './support/test';

test('language and theme are switched on any page and kept, the language for mails too', async ({ browser }) => {
  const firm = await ownTenant('zh-CN');
  const context = await browser.newContext({ colorScheme: 'light' });
  await speak(context, 'zh-CN', 'system');
  const page = await context.newPage();
  await signIn(page, firm);
  await page.goto(`/${firm.slug}/kpis/on-time-in-full?window=month`);
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
  await page.goto(`/${firm.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  expect(await background()).toBe(dark);

  await fairway('digest', 'send', '--tenant', firm.slug, '--digest', 'daily');
  expect(mailsTo(firm.email).at(-1)!.html).toContain('Daily digest');
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

test('a link says at once that its page is on the way', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/kpis');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/on-time-in-full/, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('link', { name: 'On time in full' }).click();
  await expect(page.locator('.navigation-line')).toBeAttached();
  release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('On time in full');
  await expect(page.locator('.navigation-line')).not.toBeAttached();
  await context.close();
});

test('a link changes the page within the frame, leads back, and is the browser’s own where a reader asks for that', async ({
  browser,
  demoState,
}) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/kpis');
  await page.evaluate(() => document.body.setAttribute('data-kept', ''));
  const kept = page.locator('body[data-kept]');
  const heading = page.getByRole('heading', { level: 1 });
  const otif = page.getByRole('link', { name: 'On time in full' });

  await otif.click();
  await expect(heading).toHaveText('On time in full');
  await expect(kept).toBeAttached();
  await page.goBack();
  await expect(otif).toBeVisible();
  await expect(kept).toBeAttached();

  const opened = context.waitForEvent('page');
  await otif.click({ modifiers: ['ControlOrMeta'] });
  await expect((await opened).getByRole('heading', { level: 1 })).toHaveText('On time in full');
  await expect(page).toHaveURL(/\/kpis$/);

  await page.getByRole('link', { name: 'Skip to' }).press('Enter');
  await expect(page).toHaveURL(/#content$/);
  await otif.click();
  await expect(heading).toHaveText('On time in full');
  await page.goBack();
  await expect(otif).toBeVisible();
  await expect(kept).toBeAttached();
  await context.close();
});

test('a place within the page is one that the way back leads to', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/roadmap');
  const heading = page.getByRole('heading', { level: 1 });
  await page.locator('a[href="/demo/roadmap#gate-1"]').click();
  await expect(page).toHaveURL(/roadmap#gate-1$/);
  await page.getByRole('main').getByRole('link', { name: 'Data silo index' }).first().click();
  await expect(heading).toHaveText('Data silo index');
  await page.goBack();
  await expect(page).toHaveURL(/roadmap#gate-1$/);
  await expect(heading).toHaveText('Roadmap');
  await context.close();
});

test('a phone sorts the cards that it shows for rows', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState, viewport: { width: 375, height: 812 } });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/feeds');
  await page.getByRole('button', { name: 'Sort by', exact: true }).click();
  await page
    .getByRole('list', { name: 'Sort by' })
    .getByRole('link', { name: /^Kept aside/ })
    .click();
  await expect(page).toHaveURL(/sort=/);
  await expect(page.getByRole('button', { name: 'Sort by Kept aside' })).toBeVisible();
  await context.close();
});

test('on a phone the settings are in the menu, which closes behind', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState, viewport: { width: 375, height: 812 } });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo');
  await page.locator('[popovertarget=shell-tools]').click();
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.locator('#shell-tools')).toBeHidden();
  await context.close();
});

test('on a phone a row kept aside stands whole within its card, its cells at the card’s edge', async ({
  browser,
  demoState,
}) => {
  const context = await browser.newContext({ storageState: demoState, viewport: { width: 375, height: 812 } });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/feeds');
  await page
    .getByRole('link', { name: /Own shop$/ })
    .first()
    .click();
  const cards = page.getByRole('region', { name: 'Rows kept aside' });
  await expect(cards.getByRole('row').nth(1)).toBeVisible();
  expect(await cards.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
  const short = await cards
    .locator('dl')
    .first()
    .evaluate((list) => {
      const right = (element: Element) => element.getBoundingClientRect().right;
      const items = [...list.children] as HTMLElement[];
      const ends = items.filter((item, i) => (items[i + 1]?.offsetTop ?? Number.POSITIVE_INFINITY) > item.offsetTop);
      return ends.map((item) => Math.round(right(list) - right(item)));
    });
  expect(new Set(short)).toEqual(new Set([0]));
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

test('rows are searched for a text, and say how many of all hold it', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'zh-CN');
  const page = await context.newPage();
  await page.goto('/demo/kpis/on-time-in-full?sort=-promised_on');
  const rows = page.getByRole('region', { name: '背后的明细' });
  const tracking = await textOf(rows.getByRole('row').nth(1).getByRole('cell').nth(1));
  const all = (await textOf(page.getByRole('link', { name: /^导出 CSV/ }))).match(/[\d,]+(?= 行)/)![0];
  await page.getByRole('searchbox', { name: '在明细中查找' }).fill(tracking.toLowerCase());
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(/text=/);
  const said = await textOf(page.getByText(new RegExp(`^共 ${all} 行，其中 \\d+ 行符合$`)));
  const fitting = Number(said.match(/\d+(?= 行符合)/)![0]);
  expect(fitting).toBeGreaterThan(0);
  await expect(rows.getByRole('row', { name: tracking })).toHaveCount(fitting);
  await expect(rows.getByRole('row')).toHaveCount(fitting + 1);
  await expect(page.getByText(/^合计与数值一致/)).toBeVisible();
  const href = await page.getByRole('link', { name: /^导出 CSV/ }).getAttribute('href');
  const lines = (await (await page.request.get(href!)).text()).trim().split('\r\n');
  expect(lines).toHaveLength(fitting + 2);
  await page.getByRole('link', { name: '显示全部' }).click();
  await expect(page).not.toHaveURL(/text=/);
  await expect(page).toHaveURL(/sort=-promised_on/);
  await context.close();
});

test('a breakdown is shown whole, and leaves as CSV', async ({ page, context }) => {
  await speak(context, 'en');
  await signIn(page, demoPerson('owner', 'online-retail'), '/online-retail/kpis/country-concentration');
  const section = page.getByRole('region', { name: 'Where it comes from' });
  await expect(section.getByRole('row')).toHaveCount(13);
  const more = section.getByRole('link', { name: /^Show all \d+$/ });
  const all = Number((await textOf(more)).match(/\d+/)![0]);
  await more.press('Enter');
  await expect(page).toHaveURL(/groups=all/);
  await expect(section.getByRole('row')).toHaveCount(all + 1);
  const href = await section.getByRole('link', { name: /^Groups as CSV/ }).getAttribute('href');
  const lines = (await (await page.request.get(href!)).text()).trim().split('\r\n');
  expect(lines).toHaveLength(all + 2);
  expect(lines.at(-1)).toBe(`# ${all} rows`);
  await section.getByRole('link', { name: 'Show the 12 largest' }).click();
  await expect(section.getByRole('row')).toHaveCount(13);
});

test('from Today straight to the reasons why rows were kept aside', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo');
  await page.getByRole('link', { name: /^See reasons/ }).click();
  await expect(page).toHaveURL(/#rejects$/);
  const rejects = page.getByRole('region', { name: 'Rows kept aside' });
  await expect(rejects.getByRole('row').nth(1)).toBeInViewport();
  await rejects.getByRole('link', { name: /^Line/ }).click();
  await expect(rejects.getByRole('columnheader', { name: /^Line/ })).toHaveAttribute('aria-sort', 'descending');
  const first = Number((await textOf(rejects.getByRole('rowheader').first())).replaceAll(',', ''));
  const second = Number((await textOf(rejects.getByRole('rowheader').nth(1))).replaceAll(',', ''));
  expect(first).toBeGreaterThan(second);
  await page.getByRole('link', { name: 'Correct and replay' }).click();
  await expect(page).toHaveURL(/\/runs\/.+#rejects$/);
  await context.close();
});

test('runs are sorted over their pages, in the address', async ({ browser, demoState }) => {
  const context = await browser.newContext({ storageState: demoState });
  await speak(context, 'en');
  const page = await context.newPage();
  await page.goto('/demo/feeds');
  const runs = page.getByRole('region', { name: 'Latest runs' }).last();
  const read = async () =>
    (await runs.getByRole('row').locator('td:nth-child(4)').allTextContents()).map((text) =>
      Number(text.replaceAll(',', '')),
    );
  await runs.getByRole('link', { name: /^Read/ }).click();
  await expect(page).toHaveURL(/runs-sort=read/);
  await runs.getByRole('link', { name: /^Read/ }).click();
  await expect(page).toHaveURL(/runs-sort=-read/);
  await expect(runs.getByRole('columnheader', { name: /^Read/ })).toHaveAttribute('aria-sort', 'descending');
  const first = await read();
  await page.getByRole('region', { name: 'Latest runs' }).first().getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/runs-cursor=/);
  await expect(page.getByRole('link', { name: 'First page' })).toBeVisible();
  const both = [...first, ...(await read())];
  expect(both.length).toBeGreaterThan(10);
  expect(both).toEqual([...both].sort((a, b) => b - a));
  await context.close();
});
