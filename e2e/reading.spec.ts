import { expect, speak, test } from './support/test';

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
