import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { demoOwner, type Person } from './tenants';

/** What a page may say on its console without failing the test: the answer that the test itself asked for. */
const expected = [/Failed to load resource: the server responded with a status of 404/];

export async function signIn(page: Page, person: Person, next = `/${person.slug}`): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.locator('[name=email]').fill(person.email);
  await page.locator('[name=password]').fill(person.password);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL((url) => url.pathname === next.split('?')[0]);
}

export async function speak(context: BrowserContext, locale: 'en' | 'zh-CN', theme = 'light'): Promise<void> {
  const url = process.env.E2E_URL ?? 'http://localhost:3000';
  await context.addCookies([
    { name: 'locale', value: locale, url },
    { name: 'theme', value: theme, url },
  ]);
}

/** The text of an element. */
export const textOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? '';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Every test fails on an error in the browser's console. `demoState` is signed in to the showcase once a worker. */
export const test = base.extend<{ quiet: undefined }, { demoState: State }>({
  quiet: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !expected.some((pattern) => pattern.test(message.text())))
          errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      await use(undefined);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  demoState: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ baseURL: process.env.E2E_URL ?? 'http://localhost:3000' });
      await signIn(await context.newPage(), demoOwner());
      const state = await context.storageState();
      await context.close();
      await use(state);
    },
    { scope: 'worker' },
  ],
});

export { expect };
