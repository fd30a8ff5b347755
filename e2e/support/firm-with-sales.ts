import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fairway } from './fairway';
import { salesFile, salesMapping } from './sales-file';
import { ownTenant, type Person } from './tenants';

/** A tenant with a sales file read in and its KPIs computed. */
export async function firmWithSales(
  locale: 'en' | 'zh-CN' = 'en',
): Promise<Person & { feedId: string; runId: string }> {
  const person = await ownTenant(locale);
  const folder = mkdtempSync(join(tmpdir(), 'fairway-e2e-'));
  const [file, mapping] = [join(folder, 'sales.csv'), join(folder, 'mapping.json')];
  writeFileSync(file, salesFile().content);
  writeFileSync(mapping, JSON.stringify(salesMapping));
  const { id } = await fairway<{ id: string }>(
    ...['feed', 'add', '--tenant', person.slug, '--connector', 'file', '--name', 'Own shop'],
  );
  const upload = await fairway<{ data: { id: string }[] }>(
    ...['feed', 'upload', '--tenant', person.slug, '--feed', id, '--mapping', mapping, '--wait', file],
  );
  await fairway('kpi', 'recompute', '--tenant', person.slug);
  rmSync(folder, { recursive: true });
  return { ...person, feedId: id, runId: upload.data[0]!.id };
}
