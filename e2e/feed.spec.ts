import type { Page } from '@playwright/test';
import { salesFile } from './support/sales-file';
import { ownTenant } from './support/tenants';
import { expect, signIn, speak, test, textOf } from './support/test';

const counts = async (page: Page) => {
  const read = async (name: string) =>
    Number(
      (await textOf(page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('+ dd'))).replaceAll(',', ''),
    );
  return {
    read: await read('Read'),
    inserted: await read('Inserted'),
    updated: await read('Updated'),
    unchanged: await read('Unchanged'),
    rejected: await read('Kept aside'),
  };
};

const bring = async (page: Page, name: string, content: string) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, 'utf8') });
  await expect(page.getByRole('heading', { name: 'Check before reading in' })).toBeVisible();
};

test('a file becomes records: preview, mapping, run, rows kept aside, correction, replay', async ({
  page,
  context,
}) => {
  await speak(context, 'en');
  const person = await ownTenant();
  await signIn(page, person);
  await expect(page.getByText('Connect the first feed')).toBeVisible();
  await page.getByRole('link', { name: 'Connect a feed' }).click();

  await page.getByRole('main').getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByText('The name is missing')).toBeVisible();
  await page.getByLabel('Name').fill('Own shop');
  await page.getByRole('main').getByRole('button', { name: 'Connect' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Own shop' })).toBeVisible();

  // The file calls Ireland by a name of its own, and has no channel.
  const file = salesFile();
  await bring(page, 'sales.csv', file.content);
  await expect(page.getByText(/^Still missing: Channel/)).toBeVisible();
  await page.getByRole('button', { name: 'Start the run' }).click();
  await expect(page.getByRole('alert').getByText(/Channel/)).toBeVisible();
  await page.getByLabel('Fixed value for Channel').fill('own-shop');
  await expect(page.getByText(/^Still missing/)).toBeHidden();
  await expect(page.getByRole('cell', { name: 'own-shop' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Start the run' }).click();

  await page.waitForURL(/\/runs\//);
  await expect(page.getByText('Done, with rows kept aside')).toBeVisible({ timeout: 60_000 });
  expect(await counts(page)).toEqual({
    read: file.lines,
    inserted: file.lines - file.irish,
    updated: 0,
    unchanged: 0,
    rejected: file.irish,
  });
  await expect(page.getByRole('row', { name: /“Eirinn”/ })).toHaveCount(file.irish);

  await page.getByRole('link', { name: 'Correct the mapping' }).click();
  await expect(page.getByText(`0 of ${file.irish} can be read.`)).toBeVisible();
  await page.getByText('Formats and special cases').click();
  await page.getByLabel('Own names of countries').fill('Eirinn = IE');
  await expect(page.getByText(`${file.irish} of ${file.irish} can be read.`)).toBeVisible();
  await page.getByRole('button', { name: 'Save mapping and replay' }).click();
  await page.waitForURL(/\/runs\//);
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expect(await counts(page)).toMatchObject({ read: file.irish, inserted: file.irish, rejected: 0 });

  // The same file again changes nothing.
  await page.getByRole('main').getByRole('link', { name: 'Own shop' }).click();
  await bring(page, 'sales.csv', file.content);
  await expect(page.getByText(/can be read\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Start the run' }).click();
  await page.waitForURL(/\/runs\//);
  await expect(page.getByText('Done', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
  expect(await counts(page)).toEqual({ read: file.lines, inserted: 0, updated: 0, unchanged: file.lines, rejected: 0 });

  // And the first numbers are there.
  await expect(async () => {
    await page.goto(`/${person.slug}/kpis/country-concentration`);
    await expect(page.getByText(/^Totals agree with the value/)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
});

test('a file that is no table says so and changes nothing', async ({ page, context }) => {
  await speak(context, 'zh-CN');
  const person = await ownTenant('zh-CN');
  await signIn(page, person, `/${person.slug}/feeds/new`);
  await page.getByLabel('名称').fill('店铺');
  await page.getByRole('main').getByRole('button', { name: '接入' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'page.csv', mimeType: 'text/csv', buffer: Buffer.from('<html><body>login</body></html>') });
  await expect(page.getByText('无法读取该文件')).toBeVisible();
  await page.getByRole('link', { name: '换一个文件' }).click();
  await expect(page.getByText('还没有同步批次')).toBeVisible();
});
