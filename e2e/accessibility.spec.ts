import { AxeBuilder } from '@axe-core/playwright';
import { expect, speak, test } from './support/test';

const paths = [
  '/demo',
  '/demo/kpis',
  '/demo/kpis/on-time-in-full',
  '/demo/kpis/platform-dependence',
  '/demo/kpis/data-silo-index',
  '/demo/kpis/repeat-purchase-rate',
  '/demo/mechanisms/collaboration',
  '/demo/roadmap',
  '/demo/roadmap/new',
  '/demo/feeds',
  '/demo/feeds/new',
  '/demo/digests',
  '/demo/digests/preview',
  '/demo/settings',
  '/demo/settings/weights',
  '/demo/settings/anchors',
  '/demo/settings/anchors/data-silo-index',
  '/demo/settings/gates',
  '/demo/settings/gates/2',
  '/demo/settings/pairs',
  '/demo/settings/members',
  '/demo/settings/keys',
  '/demo/settings/sign-in',
  '/demo/settings/audit',
  '/demo/settings/data',
  '/account',
  '/account/two-factor',
  '/new-firm',
  '/invitation/none',
  '/demo/nowhere',
];

for (const [theme, locale, width] of [
  ['light', 'zh-CN', 1280],
  ['dark', 'en', 1280],
  ['light', 'en', 375],
  ['dark', 'zh-CN', 375],
] as const) {
  test(`no serious fault and no sideways scrolling: ${theme}, ${locale}, ${width}`, async ({ browser, demoState }) => {
    test.setTimeout(480_000);
    const context = await browser.newContext({ storageState: demoState, viewport: { width, height: 812 } });
    await speak(context, locale, theme);
    const page = await context.newPage();
    const check = async (path: string) => {
      await page.goto(path);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${path} scrolls sideways`).toBe(0);
      // Without the mode that opens a tab of its own for each page, which some browsers refuse after a while.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      const grave = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
      expect(grave, path).toEqual([]);
    };
    for (const path of paths) await check(path);
    // Pages whose address is found on others.
    for (const [list, pattern] of [
      ['/demo/feeds', /^\/demo\/feeds\/[0-9a-f-]{36}$/],
      ['/demo/feeds', /^\/demo\/runs\//],
      ['/demo/roadmap', /^\/demo\/roadmap\/[0-9a-f-]{36}$/],
    ] as const) {
      await page.goto(list);
      const hrefs = await page
        .locator('main a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
      await check(hrefs.find((href) => pattern.test(href))!);
    }
    await context.clearCookies();
    await speak(context, locale, theme);
    for (const path of ['/sign-in', '/sign-in/link', '/sign-in/firm', '/sign-up', '/reset']) await check(path);
    await check('/unsubscribe/not-a-token');
    await context.close();
  });
}
