import { fairway } from './support/fairway';
import { firmWithSales } from './support/firm-with-sales';
import { mailsTo } from './support/mailbox';
import { expect, signIn, speak, test } from './support/test';

test('a digest comes by mail, its link leads to the page, and one click ends it', async ({
  page,
  context,
  baseURL,
}) => {
  const firm = await firmWithSales();
  await fairway('digest', 'send', '--tenant', firm.slug, '--digest', 'daily');
  // Once a period, however often it is asked for.
  await fairway('digest', 'send', '--tenant', firm.slug, '--digest', 'daily');
  const mails = mailsTo(firm.email);
  expect(mails).toHaveLength(1);
  const links = [...mails[0]!.html.matchAll(/href="([^"]+)"/g)].map(
    ([, href]) => new URL(href!.replaceAll('&amp;', '&')),
  );
  const here = (url: URL) => new URL(url.pathname + url.search + url.hash, baseURL).href;

  await speak(context, 'en');
  await signIn(page, firm);
  const kpi =
    links.find((url) => url.pathname.startsWith(`/${firm.slug}/kpis/`)) ??
    links.find((url) => url.pathname === `/${firm.slug}`);
  await page.goto(here(kpi!));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await page.goto(`/${firm.slug}/digests`);
  const sent = page.getByRole('table', { name: 'What was sent' }).getByRole('rowheader').getByRole('link');
  await expect(sent).toHaveCount(1);
  await sent.click();
  await expect(
    page
      .frameLocator('iframe')
      .getByText(new RegExp(`Harbour ${firm.slug.slice(4)}`))
      .first(),
  ).toBeVisible();

  // The link to unsubscribe needs no sign-in, only asks, and ends it for this person alone.
  await context.clearCookies();
  await page.goto(here(links.find((url) => url.pathname.startsWith('/unsubscribe/'))!));
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByRole('heading', { name: 'You are unsubscribed' })).toBeVisible();
  await speak(context, 'en');
  await signIn(page, firm, `/${firm.slug}/digests`);
  await expect(page.getByRole('switch').first()).not.toBeChecked();
});

test('the mail program’s own button ends it with one POST', async ({ request }) => {
  const firm = await firmWithSales();
  await fairway('digest', 'send', '--tenant', firm.slug, '--digest', 'daily');
  const [mail] = mailsTo(firm.email);
  const header = /^List-Unsubscribe: <([^>]+)>/im.exec(mail!.raw.replace(/\r?\n[ \t]+/g, ' '))![1]!;
  expect(mail!.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
  const path = new URL(header).pathname;
  expect((await request.post(path, { form: { 'List-Unsubscribe': 'One-Click' } })).status()).toBe(204);
  expect((await request.post(`${path.slice(0, -4)}AAAA`)).status()).toBe(404);
});

test('everybody chooses whether and when', async ({ page, context }) => {
  const firm = await firmWithSales();
  await speak(context, 'en');
  await signIn(page, firm, `/${firm.slug}/digests`);
  const weekly = page.locator('form', { has: page.getByRole('heading', { name: 'Weekly' }) });
  await weekly.getByRole('switch').check();
  await weekly.getByLabel('Sent at').selectOption('6');
  await weekly.getByRole('button', { name: 'Save' }).click();
  await expect(weekly.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(weekly.getByRole('switch')).toBeChecked();
  await expect(weekly.getByLabel('Sent at')).toHaveValue('6');
  await weekly.getByRole('link', { name: 'Preview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Preview: Weekly' })).toBeVisible();
});
