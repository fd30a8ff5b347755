import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { manifestOf, unzip } from '@/domain/leaving/test-archive';
import { fairway } from './support/fairway';
import { firmWithSales } from './support/firm-with-sales';
import { mailsTo } from './support/mailbox';
import { expect, signIn, speak, test } from './support/test';

test('a firm takes its data along, asks to be erased, stays after all, and is erased by the operator', async ({
  page,
  context,
}) => {
  test.slow();
  await speak(context, 'en');
  const firm = await firmWithSales();
  const settings = `/${firm.slug}/settings/data`;
  await signIn(page, firm, settings);

  // Export: asked for, made by the worker, downloaded, checked.
  await page.getByRole('button', { name: 'Make a copy' }).click();
  const link = page.getByRole('link', { name: 'Download' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe(`${firm.slug}.zip`);
  const files = await unzip(await download.path());
  const manifest = manifestOf(files);
  expect(manifest.tenant).toBe(firm.slug);
  for (const { file, sha256, rows } of manifest.files) {
    const content = files.get(file)!;
    if (rows === null) continue;
    expect([file, createHash('sha256').update(content).digest('hex')]).toEqual([file, sha256]);
    expect([file, content.split('\n').length - 1]).toEqual([file, rows]);
  }
  expect(manifest.files.find(({ file }) => file === 'records/order_line.ndjson')!.rows).toBeGreaterThan(0);
  expect(manifest.files.some(({ file }) => file.startsWith('uploads/'))).toBe(true);
  await expect
    .poll(() => mailsTo(firm.email).some(({ text }) => text.includes('copy of your data is ready')), {
      timeout: 30_000,
    })
    .toBe(true);

  // The log says who took it along, and what from where.
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.waitForURL(/\/settings\/audit$/);
  await expect(page.getByText('downloaded a copy of all data')).toBeVisible();
  await page.getByLabel('About').selectOption('feed');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/fact=feed/);
  await expect(page.getByText('downloaded a copy of all data')).toHaveCount(0);
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('list', { name: 'Take these entries along' }).getByRole('link', { name: 'CSV' }).click(),
  ]);
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(/feed\.connected[\s\S]*# rows: \d+/);

  // Erasure: a wrong name and a wrong password are said at their fields.
  await page.goto(settings);
  await page.getByLabel(/^Short name/).fill('elsewhere');
  await page.getByLabel('Your password').fill(firm.password);
  await page.getByRole('button', { name: 'Ask for the erasure' }).click();
  await expect(page.getByText(`Type the firm’s short name, ${firm.slug}`)).toBeVisible();
  await page.getByLabel(/^Short name/).fill(firm.slug);
  await page.getByLabel('Your password').fill('not-the-password');
  await page.getByRole('button', { name: 'Ask for the erasure' }).click();
  await expect(page.getByText('This is not your present password.')).toBeVisible();
  await page.getByLabel('Your password').fill(firm.password);
  await page.getByRole('button', { name: 'Ask for the erasure' }).click();

  // From now on a banner on each page, and nothing but this can be changed.
  await expect(page.getByRole('link', { name: 'Call it off or export' })).toBeVisible();
  await page.goto(`/${firm.slug}/roadmap`);
  await expect(page.getByText(/will be erased on/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set a milestone' })).toHaveCount(0);
  await expect
    .poll(() => mailsTo(firm.email).some(({ text }) => text.includes('asked for')), { timeout: 30_000 })
    .toBe(true);

  await page.getByRole('link', { name: 'Call it off or export' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Call it off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Call it off' }).click();
  await expect(page.getByText(/stays\. Nothing was deleted/)).toBeVisible();
  await expect(page.getByText(/will be erased on/)).toHaveCount(0);

  // The operator erases it at once: the open session ends, and a sign-in finds neither firm nor account.
  const erased = await fairway<{ status: string; proof: { after: Record<string, number> } }>(
    ...['tenant', 'erase', '--slug', firm.slug, '--confirm', firm.slug, '--now'],
  );
  expect(erased.status).toBe('erased');
  expect(Object.values(erased.proof.after).every((n) => n === 0)).toBe(true);
  await page.goto(`/${firm.slug}`);
  await expect(page).toHaveURL(/\/sign-in/);
  await page.locator('[name=email]').fill(firm.email);
  await page.locator('[name=password]').fill(firm.password);
  await page.locator('main button[type=submit]').first().click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});
