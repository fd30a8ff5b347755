import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { breakCommits } from '@/db/test-broken-commit';
import { testDatabase } from '@/db/test-database';
import { insertOf, makeRows, readAppCatalogue } from '@/db/test-rows';
import { env } from '@/lib/env';
import { jobByName } from '@/workers/catalogue';
import { openJobsPool } from '@/workers/jobs-pool';
import { forgetOrders } from '@/workers/leaving/forget-orders';
import { openQueues } from '@/workers/queue';
import { migrateQueue } from '@/workers/queue-schema';
import { listEntries } from '../audit/list-entries';
import { addMember } from '../members/add-member';
import { createUser } from '../members/create-user';
import { openSession } from '../members/sessions';
import type { Access } from '../tenants/access';
import { accessForJob, accessForMember, erasureJob } from '../tenants/ways-in';
import { testTenant, uploadText } from '../test-tenant';
import { withTenant } from '../work';
import { dueErasures, eraseTenant } from './erase-tenant';
import { cancelErasure, requestErasure, scheduleErasure } from './request-erasure';
import { anyLeft } from './traces';

// A data folder of its own, so that all of it can be searched.
const dataDir = mkdtempSync(join(tmpdir(), 'fairway-erase-'));
vi.stubEnv('FAIRWAY_DATA_DIR', dataDir);
const db = await testDatabase();
let owner: pg.Client;
beforeAll(async () => {
  useDatabase(db);
  await migrateQueue(db.ownerUrl);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await db.drop();
  rmSync(dataDir, { recursive: true });
});

const password = 'harbour-lamp-7142';

interface Firm {
  access: Access;
  id: string;
  owner: { id: string; email: string };
  /** Everything by which a trace of the firm would be known. */
  words: string[];
}

let made = 0;

/** A firm with a row in every table that can hold one, files in every folder, and orders in every queue. */
async function fullFirm(shared: { id: string; email: string }): Promise<Firm> {
  const access = await testTenant();
  const { id, slug } = access.tenant;
  const word = `Alpharetta${++made}`;
  const email = `${slug}-${made}@example.com`;
  const person = await createUser({ email, locale: 'en', password });
  await addMember({ tenantId: id, userId: person.id, role: 'owner' });
  await addMember({ tenantId: id, userId: shared.id, role: 'viewer' });
  await openSession(person.id);
  const catalogue = await readAppCatalogue(owner);
  const rows = makeRows(catalogue, id, word);
  rows.get('digest_deliveries')!.message_id = `<digest.${word}@localhost>`;
  for (const [table, row] of rows) await withTenant(access, (work) => work.execute(...insertOf(table, row)));
  await fillDirectory(id, person, word);
  await uploadText(access, word);
  mkdirSync(join(env().FAIRWAY_DATA_DIR, 'exports', id), { recursive: true });
  writeFileSync(join(env().FAIRWAY_DATA_DIR, 'exports', id, 'a.zip'), id);
  const [letter] = await directoryQuery<{ id: string }>('select id from directory.letters where tenant_id = $1', [id]);
  mkdirSync(join(env().FAIRWAY_DATA_DIR, 'mailbox'), { recursive: true });
  const mails = [`digest.${word}@localhost.eml`, `letter.${letter!.id}@an-older-address.example.eml`];
  // A worker that was killed in the middle of a mail leaves a draft.
  for (const mail of [...mails, `.${mails[0]}.${crypto.randomUUID()}`])
    writeFileSync(join(env().FAIRWAY_DATA_DIR, 'mailbox', mail), `${id} ${email}`);
  await fillQueues(id);
  return { access, id, owner: { id: person.id, email }, words: [id, slug, word, email, person.id] };
}

async function fillDirectory(id: string, person: { id: string; email: string }, word: string): Promise<void> {
  const admin = await createUser({ email: `admin${made}@platform.example`, locale: 'en', password });
  await directoryQuery('update directory.users set platform_admin = true where id = $1', [admin.id]);
  const at = '2026-03-01T08:00:00Z';
  const of = { tenant_id: id };
  const rows: [table: string, row: object][] = [
    [
      'invitations',
      { ...of, email: word, role: 'viewer', locale: 'en', token_hash: word, invited_by: 'x', expires_at: at },
    ],
    ['identity_providers', { ...of, name: word, issuer: word, client_id: word, client_secret: word }],
    ['domains', { ...of, domain: word, challenge: word }],
    ['identities', { ...of, issuer: word, subject: word, user_id: person.id }],
    ['api_keys', { ...of, name: word, role: 'viewer', hash: word }],
    ['act_as_grants', { ...of, admin_id: admin.id, role: 'viewer', reason: word, ticket: word, ends_at: at }],
    ['platform_entries', { ...of, admin_id: admin.id, admin: 'x', fact: 'visit.started', detail: { tenant: word } }],
    ['letters', { ...of, email: person.email, letter: 'x', locale: 'en' }],
    ['letters', { email: person.email, letter: 'x', locale: 'en' }],
    ['tokens', { hash: word, purpose: 'verify', email: person.email, detail: { tenantId: id }, expires_at: at }],
    ...[
      `account:${person.email}`,
      `account:code:${person.id}`,
      `reset:account:${person.email}`,
      `new_firm:account:${person.id}`,
    ]
      .concat(`domain_mail:account:${id} ${word}`)
      .map((key): [string, object] => ['sign_in_failures', { key, count: 1, window_started_at: at }]),
    ['tenant_summaries', { ...of, as_of: at }],
  ];
  for (const [table, row] of rows) {
    const [names, values] = [Object.keys(row), Object.values(row)];
    await owner.query(
      `insert into directory.${table} (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      values,
    );
  }
}

async function fillQueues(id: string): Promise<void> {
  const pool = openJobsPool(2);
  const queues = openQueues(pool);
  const ids = { runId: crypto.randomUUID(), deliveryId: crypto.randomUUID(), exportId: crypto.randomUUID() };
  for (const job of jobByName.values())
    for (let n = 0; n < 2; n++) await queues.hand(job.order({ tenantId: id, ...ids }));
  await queues.close();
  await pool.end();
}

const databaseTables = async (): Promise<string[]> =>
  (
    await owner.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%' order by 1`,
    )
  ).rows.map((row) => row.name);

const asPattern = (words: string[]): string[] => words.map((word) => `%${word}%`);

/** Where in the database (any column of any table of all schemas) or the data folder one of these words stands. */
async function tracesOf(words: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of await databaseTables()) {
    const { rowCount } = await owner.query(`select from ${table} t where t::text like any($1) limit 1`, [
      asPattern(words),
    ]);
    if (rowCount) found.push(table);
  }
  for (const path of readdirSync(env().FAIRWAY_DATA_DIR, { recursive: true, withFileTypes: true })) {
    const whole = join(path.parentPath, path.name);
    const content = path.isFile() ? readFileSync(whole, 'utf8') : '';
    if (words.some((word) => whole.includes(word) || content.includes(word))) found.push(whole);
  }
  return found;
}

/** All that a firm has in the database, hashed by table, and the names of its files. */
async function fingerprint(firm: Firm): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const table of await databaseTables()) {
    const { rows } = await owner.query(
      `select md5(string_agg(t::text, '|' order by t::text)) as print from ${table} t where t::text like any($1)`,
      [asPattern(firm.words)],
    );
    prints[table] = rows[0].print;
  }
  prints.files = (await tracesOf(firm.words)).filter((trace) => trace.includes('/')).join(' ');
  return prints;
}

let shared: { id: string; email: string };
beforeEach(async () => {
  shared = await createUser({ email: `both-${++made}@example.com`, locale: 'en', password });
});

const due = async (firm: Firm): Promise<Access> => {
  await withTenant(firm.access, (work) => scheduleErasure(work, 0));
  return (await accessForJob(firm.id, erasureJob))!;
};
const erase = (access: Access) => eraseTenant(access, () => forgetOrders(access.tenant.id));

test('nothing of an erased firm is left anywhere, and all of another is', async () => {
  const firm = await fullFirm(shared);
  const other = await fullFirm(shared);
  const before = await fingerprint(other);
  const places = await tracesOf(firm.words);
  // Not a proof about empty tables: the firm stands in each table that has tenants.
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns where column_name = 'tenant_id'
     and table_schema in ('app', 'directory')`,
  );
  const never = ['directory.erasures'];
  for (const { name } of tables.filter((t) => !never.includes(t.name))) expect(places).toContain(name);
  expect(places).toContain('bullmq.job');
  for (const folder of ['uploads', 'exports', 'mailbox'])
    expect(places.filter((place) => place.includes(`/${folder}/`))).not.toEqual([]);

  const proof = await erase(await due(firm));
  // The proof itself, which holds the id and numbers.
  expect(await tracesOf(firm.words)).toEqual(['directory.erasures']);
  expect(await fingerprint(other)).toEqual(before);
  expect(proof.before['app.feeds']).toBe(1);
  expect(proof.before['directory.users']).toBe(1);
  expect(proof.before['directory.sign_in_failures']).toBe(5);
  expect(proof.before['files.uploads']).toBe(1);
  expect(proof.before['files.mailbox']).toBe(3);
  expect(proof.before['queue.jobs']).toBeGreaterThan(5);
  expect(Object.keys(proof.after).sort()).toEqual(Object.keys(proof.before).sort());
  expect(anyLeft(proof.after)).toBe(false);
  const [kept] = await directoryQuery<{ erased: boolean; proof: unknown }>(
    'select erased_at is not null as erased, proof from directory.erasures where tenant_id = $1',
    [firm.id],
  );
  expect(kept).toEqual({ erased: true, proof });
  // Who is somewhere else too keeps their account; who was only here has none any more.
  expect(
    await directoryQuery('select 1 from directory.users where id = any($1)', [[shared.id, firm.owner.id]]),
  ).toHaveLength(1);
  expect(await accessForJob(firm.id, erasureJob)).toBeNull();
});

test('cut short at any point it goes on, and the proof tells of the beginning', async () => {
  const firm = await fullFirm(shared);
  const access = await due(firm);
  const killed = new Error('killed');
  let calls = 0;
  // Killed before anything was noted, and after it.
  for (const at of [1, 3])
    await expect(
      eraseTenant(access, async () => {
        if (++calls === at) throw killed;
        return forgetOrders(firm.id);
      }),
    ).rejects.toBe(killed);
  // Killed half way through the tables.
  await withTenant(access, (work) => work.execute('delete from app.feeds where tenant_id = $1', [work.tenant.id]));
  const proof = await erase(access);
  expect(proof.before['app.feeds']).toBe(1);
  expect(await tracesOf(firm.words)).toEqual(['directory.erasures']);
  await expect(erase(access)).rejects.toMatchObject({ code: 'not_found' });
});

test('two at once are one after the other', async () => {
  const firm = await fullFirm(shared);
  const access = await due(firm);
  const ends = await Promise.allSettled([erase(access), erase(access)]);
  expect(ends.map((end) => end.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await tracesOf(firm.words)).toEqual(['directory.erasures']);
});

test('rows that come while it goes on are met in another round', async () => {
  const firm = await fullFirm(shared);
  const access = await due(firm);
  let rounds = 0;
  await eraseTenant(access, async () => {
    rounds++;
    const found = await forgetOrders(firm.id);
    return rounds === 2 ? found + 1 : found;
  });
  expect(rounds).toBe(3);
});

const asOwner = async (firm: Firm): Promise<Access> =>
  (await accessForMember(firm.owner.id, firm.access.tenant.slug, '203.0.113.7'))!;
const ask = async (firm: Firm, proof: Parameters<typeof requestErasure>[1]) =>
  withTenant(await asOwner(firm), (work) => requestErasure(work, proof), { stillOpen: true });

test('an owner asks with the firm’s name and their password, reads on, and calls it off', async () => {
  const firm = await fullFirm(shared);
  const { slug } = firm.access.tenant;
  await expect(ask(firm, { slug: 'other', password })).rejects.toMatchObject({
    code: 'slug_not_repeated',
    field: 'slug',
  });
  await expect(ask(firm, { slug, password: 'wrong-lamp-7142' })).rejects.toMatchObject({ code: 'password_wrong' });
  await expect(ask(firm, { slug, sessionId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'password_wrong' });
  expect((await asOwner(firm)).tenant.standing.status).toBe('active');

  const { at } = await ask(firm, { slug, password });
  expect(
    Math.round((at.getTime() - Date.parse(new Date(at.getTime() - 14 * 86_400_000).toISOString())) / 86_400_000),
  ).toBe(14);
  const leaving = await asOwner(firm);
  expect(leaving.tenant.standing).toMatchObject({ status: 'leaving', bitesAt: at });
  await expect(
    withTenant(leaving, (work) => work.execute('delete from app.notes where tenant_id = $1', [work.tenant.id])),
  ).rejects.toMatchObject({
    code: 'read_only_leaving',
  });
  await expect(ask(firm, { slug, password })).rejects.toMatchObject({ code: 'erasure_asked_already' });
  expect(await dueErasures()).not.toContain(firm.id);
  await expect(erase(firm.access)).rejects.toMatchObject({ code: 'erasure_not_due' });
  expect(await letters(firm.id)).toEqual(['erasure-requested']);

  await withTenant(leaving, cancelErasure, { stillOpen: true });
  expect((await asOwner(firm)).tenant.standing).toEqual({ status: 'active', reason: null, bitesAt: null });
  expect(await letters(firm.id)).toEqual(['erasure-requested', 'erasure-cancelled']);
  expect(await directoryQuery('select 1 from directory.erasures where tenant_id = $1', [firm.id])).toEqual([]);
  await expect(withTenant(await asOwner(firm), cancelErasure)).rejects.toMatchObject({ code: 'tenant_is_staying' });
});

const letters = async (id: string): Promise<string[]> =>
  (
    await directoryQuery<{ letter: string }>(
      "select letter from directory.letters where tenant_id = $1 and letter <> 'x' order by created_at",
      [id],
    )
  ).map((row) => row.letter);

test('a wish is one with its entry and its letters, also when the commit fails', async () => {
  const firm = await fullFirm(shared);
  const mend = await breakCommits(db, 'directory.tenants');
  await expect(ask(firm, { slug: firm.access.tenant.slug, password })).rejects.toThrow('the commit is broken');
  await mend();
  expect((await asOwner(firm)).tenant.standing.status).toBe('active');
  expect(await letters(firm.id)).toEqual([]);
  const asked = await withTenant(firm.access, (work) => listEntries(work, { fact: 'tenant.erasure_requested' }));
  expect(asked.data).toEqual([]);
});

test('a fresh session will do for who has no password; an old one will not', async () => {
  const firm = await fullFirm(shared);
  const [session] = await directoryQuery<{ id: string }>('select id from directory.sessions where user_id = $1', [
    firm.owner.id,
  ]);
  await directoryQuery("update directory.sessions set created_at = now() - interval '11 minutes' where id = $1", [
    session!.id,
  ]);
  const { slug } = firm.access.tenant;
  await expect(ask(firm, { slug, sessionId: session!.id })).rejects.toMatchObject({ code: 'password_wrong' });
  await directoryQuery('update directory.sessions set created_at = now() where id = $1', [session!.id]);
  await ask(firm, { slug, sessionId: session!.id });
});

test('who was suspended is suspended again when they stay', async () => {
  const firm = await fullFirm(shared);
  await directoryQuery(
    "update directory.tenants set status = 'suspended', status_reason = 'unpaid', status_since = now(), status_bites_at = now() where id = $1",
    [firm.id],
  );
  await ask(firm, { slug: firm.access.tenant.slug, password });
  await withTenant(await asOwner(firm), cancelErasure, { stillOpen: true });
  expect((await asOwner(firm)).tenant.standing).toMatchObject({ status: 'suspended', reason: 'unpaid' });
});

test('when the time has come nobody gets in and it is too late to stay', async () => {
  const firm = await fullFirm(shared);
  const leaving = await asOwner(firm);
  await due(firm);
  expect(await dueErasures()).toContain(firm.id);
  expect(await accessForMember(firm.owner.id, firm.access.tenant.slug)).toBeNull();
  expect(await accessForJob(firm.id, 'tick')).toBeNull();
  await expect(withTenant(leaving, cancelErasure)).rejects.toMatchObject({ code: 'erasure_begun' });
  const viewer: Access = { ...leaving, actor: { ...leaving.actor, role: 'admin' } };
  await expect(withTenant(viewer, cancelErasure)).rejects.toMatchObject({ code: 'forbidden' });
});
