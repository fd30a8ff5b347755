import type { Browser, BrowserContext, Page } from '@playwright/test';
import { speak } from './test';

/** A second browser beside the test's own, for somebody else, in English. */
export async function inEnglish(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext();
  await speak(context, 'en');
  return { context, page: await context.newPage() };
}
