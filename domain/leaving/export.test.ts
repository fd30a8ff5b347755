import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { records } from '@/records/catalogue';
import { subscribeDefault } from '../digests/subscriptions';
import { createKey } from '../keys/create-key';
import { addMember } from '../members/add-member';
import { createUser } from '../members/create-user';
import { addNote } from '../notes/add-note';
import type { Access } from '../tenants/access';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { getExport, listExports, unfinishedExports } from './exports';
import { firmParts } from './firm-rows';
import { exportsFolder } from './folders';
import { exportPath, failExport, runExport } from './run-export';
import { startExport } from './start-export';
import { tenantTables } from './tenant-tables';
import { manifestOf, sha256, unzip } from './test-archive';
import { tidyExports } from './tidy-exports';
import { writeArchive } from './write-archive';

const db = await testDatabase();
beforeAll(() => useDatabase(db));
afterAll(() => db.drop());

let access: Access;
beforeEach(async () => {
  access = await testTenant();
});

const start = async () => (await withTenant(access, startExport)).id;
const state = (id: string) => withTenant(access, (work) => getExport(work, id));
const rowCount = async (table: string) =>
  (
    await withTenant(access, (work) =>
      work.query<{ n: number }>(`select count(*) as n from app."${table}" where tenant_id = $1`, [work.tenant.id]),
    )
  )[0]!.n;

test('everything is in it: records, tables, people, keys, files, and a manifest that agrees', async () => {
  const channels = Array.from({ length: 4100 }, (_, n) => ({
    source_id: `c${n}`,
    name: `Kanal ${n} 海运`,
    kind: 'marketplace',
  }));
  await ingestRecords(access, await testFeed(access, 'records', 'records'), 'channel', channels);
  const owner = await createUser({
    email: `owner-${access.tenant.slug}@example.com`,
    locale: 'en',
    password: 'harbour-lamp-7142',
  });
  await addMember({ tenantId: access.tenant.id, userId: owner.id, role: 'owner' });
  await withTenant(access, (work) => subscribeDefault(work, owner.id));
  const { key } = await withTenant(access, (work) => createKey(work, { name: 'robot', role: 'viewer' }));
  const id = await start();
  const tablesThen = new Map<string, number>();
  for (const { name } of await withTenant(access, tenantTables)) tablesThen.set(name, await rowCount(name));
  await runExport(access, id);

  const done = await state(id);
  expect(done).toMatchObject({ status: 'done', progress: 1 });
  const bytes = readFileSync(exportPath(access.tenant.id, id));
  expect([done.size, done.sha256]).toEqual([bytes.length, sha256(bytes)]);
  const files = await unzip(exportPath(access.tenant.id, id));
  const manifest = manifestOf(files);
  expect(manifest.tenant).toBe(access.tenant.slug);
  expect(manifest.files.map((f) => f.file).sort()).toEqual(
    [...files.keys()].filter((name) => !['manifest.json', 'README.txt'].includes(name)).sort(),
  );
  for (const f of manifest.files) {
    const content = files.get(f.file)!;
    expect([f.file, sha256(content), Buffer.byteLength(content)]).toEqual([f.file, f.sha256, f.bytes]);
    if (f.rows === null) continue;
    const lines = content.split('\n').slice(0, -1);
    expect([f.file, lines.length]).toEqual([f.file, f.rows]);
    for (const line of lines) expect(JSON.parse(line)).toBeTypeOf('object');
  }
  // A file for every table of the catalogue, with as many rows as the table has.
  const fileOf = (table: string) => {
    const record = records.find((r) => r.table === table);
    return record ? `records/${record.name}.ndjson` : `tables/${table}.ndjson`;
  };
  for (const [table, n] of tablesThen)
    expect([table, manifest.files.find((f) => f.file === fileOf(table))?.rows]).toEqual([table, n]);
  expect(manifest.files.find((f) => f.file === 'records/channel.ndjson')!.rows).toBe(4100);
  expect(files.get('records/channel.ndjson')).toContain('Kanal 4099 海运');
  expect(files.get('firm/members.ndjson')).toContain(`owner-${access.tenant.slug}@example.com`);
  expect(files.get('firm/api_keys.ndjson')).toContain('robot');
  expect([...files.keys()].filter((name) => name.startsWith('uploads/'))).toHaveLength(1);
  expect(files.get('README.txt')).toMatch(/SHA-256[\s\S]*压缩包/);
  // Nothing that opens something, whatever it is called.
  const all = [...files.values()].join('\n');
  const [row] = await directoryQuery<{ hash: string }>('select hash from directory.api_keys where tenant_id = $1', [
    access.tenant.id,
  ]);
  const subscriptions = await withTenant(access, (work) =>
    work.query<{ token: string }>(
      'select unsubscribe_token as token from app.digest_subscriptions where tenant_id = $1',
      [work.tenant.id],
    ),
  );
  expect(subscriptions).toHaveLength(1);
  for (const secret of [key, row!.hash, ...subscriptions.map((s) => s.token)]) expect(all).not.toContain(secret);
  // Owners are told.
  expect(await directoryQuery('select letter from directory.letters where tenant_id = $1', [access.tenant.id])).toEqual(
    [{ letter: 'export-ready' }],
  );
});

test('all rows are of one instant, whatever is written meanwhile', async () => {
  for (let n = 0; n < 3; n++) await withTenant(access, (work) => addNote(work, { day: '2026-01-01', text: `n${n}` }));
  const path = join(exportsFolder(access.tenant.id), 'trial.zip');
  mkdirSync(exportsFolder(access.tenant.id), { recursive: true });
  let late = 0;
  await writeArchive(access, path, async () => {
    await withTenant(access, (work) => addNote(work, { day: '2026-01-02', text: `late ${late++}` }));
  });
  expect(late).toBeGreaterThan(1);
  const files = await unzip(path);
  const rows = (file: string) => manifestOf(files).files.find((f) => f.file === file)!.rows;
  expect([rows('tables/notes.ndjson'), rows('tables/audit_entries.ndjson')]).toEqual([3, 3]);
});

test('after a kill in the middle it is made anew, whole', async () => {
  const id = await start();
  await expect(withTenant(access, startExport)).rejects.toMatchObject({ code: 'export_running' });
  // What a killed worker leaves: a running row and a piece of a file.
  await withTenant(access, (work) =>
    work.execute(
      "update app.exports set status = 'running', progress = 0.4, created_at = created_at - interval '1 hour' where tenant_id = $1",
      [work.tenant.id],
    ),
  );
  mkdirSync(exportsFolder(access.tenant.id), { recursive: true });
  writeFileSync(
    `${exportPath(access.tenant.id, id)}.part`,
    'half of something that is much longer than the new one'.repeat(5000),
  );
  expect(await withTenant(access, unfinishedExports)).toEqual([id]);
  await runExport(access, id);
  expect(manifestOf(await unzip(exportPath(access.tenant.id, id))).files.length).toBeGreaterThan(20);
  expect(await withTenant(access, unfinishedExports)).toEqual([]);
  // A repeated delivery changes nothing.
  const before = await state(id);
  await runExport(access, id);
  expect(await state(id)).toEqual(before);
});

test('one that failed says so and makes room for the next', async () => {
  const id = await start();
  await withTenant(access, (work) => failExport(work, id, new Error('no space left')));
  expect((await state(id)).status).toBe('failed');
  await start();
});

test('after seven days the file goes, the line stays; what nobody speaks for goes too', async () => {
  const id = await start();
  await runExport(access, id);
  writeFileSync(join(exportsFolder(access.tenant.id), `${crypto.randomUUID()}.zip.part`), 'x');
  expect(await tidyExports(access)).toEqual({ expired: 0, files: 1 });
  expect(existsSync(exportPath(access.tenant.id, id))).toBe(true);
  await withTenant(access, (work) =>
    work.execute("update app.exports set expires_at = now() - interval '1 minute' where tenant_id = $1", [
      work.tenant.id,
    ]),
  );
  expect(await tidyExports(access)).toEqual({ expired: 1, files: 1 });
  expect(await readdir(exportsFolder(access.tenant.id))).toEqual([]);
  expect((await withTenant(access, listExports))[0]).toMatchObject({ id, status: 'expired' });
});

test('owners alone, also while nothing else can be changed', async () => {
  const as = (role: 'owner' | 'admin'): Access => ({
    ...access,
    actor: { kind: 'user', id: crypto.randomUUID(), role },
  });
  await expect(withTenant(as('admin'), startExport)).rejects.toMatchObject({ code: 'forbidden' });
  await directoryQuery("update directory.tenants set status = 'suspended', status_bites_at = now() where id = $1", [
    access.tenant.id,
  ]);
  const suspended: Access = {
    ...as('owner'),
    tenant: { ...access.tenant, standing: { status: 'suspended', reason: null, bitesAt: new Date(0) } },
  };
  await withTenant(suspended, startExport, { stillOpen: true });
});

test('what the directory holds of a firm is in it, or is left out for a reason', async () => {
  const tables = await directoryQuery<{ table: string }>(
    `select table_name as table from information_schema.columns where table_schema = 'directory' and column_name = 'tenant_id' order by 1`,
  );
  const inIt: Record<string, string> = {
    act_as_grants: 'visits',
    api_keys: 'api_keys',
    domains: 'domains',
    identities: 'identities',
    identity_providers: 'identity_provider',
    invitations: 'invitations',
    letters: 'letters',
    memberships: 'members',
  };
  // The platform's own: its admins' log, proofs of erasures, sums that it makes of the firm's own tables.
  const leftOut = ['erasures', 'platform_entries', 'tenant_summaries'];
  expect(tables.map((t) => t.table).filter((t) => !(t in inIt) && !leftOut.includes(t))).toEqual([]);
  expect([...Object.values(inIt), 'firm'].sort()).toEqual([...firmParts].sort());
});
