import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { accessForKey, accessForOperator } from '@/domain/tenants/ways-in';
import { withTenant } from '@/domain/work';
import { commands } from './catalogue';
import { run } from './run';

let db: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  folder = mkdtempSync(join(tmpdir(), 'fairway-cli-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

/** One command line, as written. */
async function fairway(line: string, locale: 'en' | 'zh-CN' = 'en') {
  const out: string[] = [];
  const errors: string[] = [];
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!);
  const code = await run(words, { out: (t) => out.push(t), error: (t) => errors.push(t) }, locale);
  return { code, out: out.join('\n'), errors: errors.join('\n') };
}
/** The same with --json: the answer, or the error. */
async function json(line: string) {
  const { code, out, errors } = await fairway(`${line} --json`);
  return { code, data: out ? JSON.parse(out) : undefined, error: errors ? JSON.parse(errors).error : undefined };
}
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const mapping = JSON.stringify({
  target: 'sales_lines',
  columns: {
    order_number: 'No',
    sku: 'SKU',
    quantity: 'Qty',
    placed_at: 'Date',
    unit_price: 'Price',
    country: 'Country',
  },
  constants: { currency: 'CNY', channel: 'website' },
  timezone: 'Asia/Shanghai',
});
const sales = 'No,SKU,Qty,Date,Price,Country\n1,A,2,2026-03-02 10:00:00,3.50,DE\n2,B,1,2026-03-03 10:00:00,10,FR\n';

describe('usage', () => {
  test('help lists every command, and each explains itself in both languages', async () => {
    const all = await fairway('--help');
    expect(all.code).toBe(0);
    for (const c of commands) {
      expect(all.out).toContain(`${c.noun} ${c.verb}`);
      const en = await fairway(`${c.noun} ${c.verb} --help`);
      const zh = await fairway(`${c.noun} ${c.verb} --help`, 'zh-CN');
      expect([en.code, zh.code]).toEqual([0, 0]);
      for (const name of Object.keys(c.options ?? {})) expect(en.out).toContain(`--${name}`);
      expect(zh.out).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(new Set(commands.map((c) => `${c.noun} ${c.verb}`)).size).toBe(commands.length);
    expect((await fairway('tenant --help')).out).not.toContain('kpi show');
  });

  test.each([
    ['', /NOUN VERB/],
    ['moon land', /no command “moon land”/],
    ['tenant', /no command “tenant”[\s\S]*tenant create/],
    ['tenant create --name A', /--slug SLUG is missing[\s\S]*npm run fairway -- tenant create/],
    ['tenant list --colour red', /--colour is not known/],
    ['tenant list extra', /“extra” is one word too many/],
    ['kpi show --tenant x', /KPI is missing/],
    ['kpi show --tenant', /--tenant needs a value/],
    ['kpi recompute --tenant a --tenant b', /--tenant is there twice/],
    ['kpi recompute --tenant a --full=yes', /--full takes no value/],
    ['feed upload --tenant a --feed b --mapping none.json none.csv', /none\.csv is not there/],
  ])('"%s" ends with 2 and says what is wrong', async (line, sentence) => {
    const { code, out, errors } = await fairway(line);
    expect(code).toBe(2);
    expect(out + errors).toMatch(sentence);
    expect((await json(`${line || 'moon'}`)).error.message).toBeTruthy();
  });
});

describe('tenants and keys', () => {
  test('a tenant is founded with owner, milestones and digest; a key opens it', async () => {
    const made = await json(
      'tenant create --name "Blue Harbour" --slug blue-harbour --owner Mei@Example.com --currency EUR --zone Europe/Berlin --locale en',
    );
    expect(made.code).toBe(0);
    expect(made.data).toMatchObject({
      slug: 'blue-harbour',
      currency: 'EUR',
      zone: 'Europe/Berlin',
      locale: 'en',
      owner: { email: 'mei@example.com', created: true },
    });
    expect(made.data.password).toMatch(/^[\w-]{16}$/);
    const access = (await accessForOperator('blue-harbour'))!;
    const [planted] = await withTenant(access, (work) =>
      work.query<{ milestones: number; digests: number }>(
        `select (select count(*)::int from app.milestones where tenant_id = $1) as milestones,
           (select count(*)::int from app.digest_subscriptions where tenant_id = $1) as digests`,
        [access.tenant.id],
      ),
    );
    expect(planted!.milestones).toBeGreaterThan(0);
    expect(planted!.digests).toBe(1);
    const key = await json('key create --tenant blue-harbour --name script --role analyst');
    expect(key.data.key).toMatch(/^fw_[\w-]{43}$/);
    expect((await accessForKey(key.data.key))!.actor.role).toBe('analyst');
    const [kept] = await directoryQuery<{ hash: string }>('select hash from directory.api_keys where id = $1', [
      key.data.id,
    ]);
    expect(kept!.hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await fairway('tenant list')).out).toMatch(/blue-harbour +Blue Harbour/);
    expect((await json('tenant list')).data.data.map((t: { slug: string }) => t.slug)).toContain('blue-harbour');
  });

  test('an owner who is known keeps the password', async () => {
    await fairway('tenant create --name A --slug known-a --owner li@example.com --password "one long password"');
    const second = await json('tenant create --name B --slug known-b --owner li@example.com');
    expect(second.data).toMatchObject({ owner: { created: false }, password: null });
  });

  test.each([
    ['--name X --slug Blue --owner a@b.c', 'slug_malformed'],
    ['--name X --slug a--b --owner a@b.c', 'slug_malformed'],
    ['--name X --slug api --owner a@b.c', 'slug_reserved'],
    ['--name X --slug taken --owner a@b.c', 'slug_taken'],
    ['--name " " --slug free --owner a@b.c', 'name_missing'],
    ['--name X --slug free --owner nobody', 'email_invalid'],
    ['--name X --slug free --owner a@b.c --password short', 'password_too_short'],
    ['--name X --slug free --owner a@b.c --zone Mars/Base', 'zone_unknown'],
    ['--name X --slug free --owner a@b.c --currency ZZZ', 'currency_unknown'],
    ['--name X --slug free --owner a@b.c --locale fr', 'locale_unknown'],
  ])('tenant create %s is refused: %s', async (options, code) => {
    await fairway('tenant create --name Taken --slug taken --owner first@example.com');
    const refused = await json(`tenant create ${options}`);
    expect([refused.code, refused.error.code]).toEqual([1, code]);
    expect(refused.error.message).not.toBe(`errors.${code}`);
    expect(await accessForOperator('free')).toBeNull();
  });

  test('no such tenant, no such role', async () => {
    expect((await json('key create --tenant nowhere --name x --role viewer')).error.code).toBe('tenant_unknown');
    expect((await json('key create --tenant taken --name x --role king')).error.code).toBe('role_unknown');
  });
});

test('keys are listed and revoked, people invited', async () => {
  await fairway('tenant create --name Keys --slug key-house --owner keys@example.com');
  const made = (await json('key create --tenant key-house --name script --role viewer --days 90')).data;
  expect(made.expiresAt).toMatch(/^\d{4}-/);
  const listed = await fairway('key list --tenant key-house');
  expect(listed.out).toContain(made.key.slice(0, 10));
  expect(listed.out).not.toContain(made.key);
  expect((await json(`key revoke --tenant key-house --key ${made.id}`)).data).toEqual({ id: made.id, revoked: true });
  await expect(accessForKey(made.key)).rejects.toMatchObject({ code: 'key_revoked' });
  expect((await json('key revoke --tenant key-house --key nonsense')).error.code).toBe('not_found');
  expect((await json('key create --tenant key-house --name x --role viewer --days soon')).error.code).toBe(
    'key_lifetime_unknown',
  );
  expect((await fairway('member invite --tenant key-house --email guest@example.com --role viewer')).out).toContain(
    'guest@example.com',
  );
  expect((await json('member invite --tenant key-house --email keys@example.com --role viewer')).error.code).toBe(
    'already_member',
  );
  expect((await fairway('member list --tenant key-house')).out).toMatch(/keys@example\.com .* owner/);
});

describe('feeds and KPIs', () => {
  test('files come in without a worker, are counted, and KPIs are shown', async () => {
    await fairway('tenant create --name Shop --slug shop --owner shop@example.com');
    const feed = (await json('feed add --tenant shop --connector file --name Website')).data.id;
    const files = `${file('a.csv', sales)} ${file('b.csv', sales.replace('\n1,', '\n3,').replace('\n2,', '\n4,'))}`;
    const upload = `feed upload --tenant shop --feed ${feed} --mapping ${file('mapping.json', mapping)} ${files}`;
    const done = await json(`${upload} --wait`);
    expect(done.code).toBe(0);
    expect(done.data.data.map((r: Record<string, unknown>) => [r.status, r.read, r.inserted])).toEqual([
      ['succeeded', 2, 2],
      ['succeeded', 2, 2],
    ]);
    const again = await fairway(`${upload} --wait`);
    expect(again.out).toMatch(/a\.csv +Done +2 +0 +0 +2 +0/);
    expect(again.errors).toMatch(/No worker is running/);
    const queued = await json(`feed upload --tenant shop --feed ${feed} ${file('a.csv', sales)}`);
    expect(queued.data.data).toEqual([{ runId: expect.any(String) }]);

    const shown = await json('kpi show --tenant shop E07 --at 2026-03-10');
    expect(shown.data).toMatchObject({ kpi: 'E07', unit: 'points', at: '2026-03-10' });
    expect(shown.data.value).not.toBeNull();
    expect((await fairway('kpi show --tenant shop country-concentration --by country --at 2026-03-10')).out).toMatch(
      /DE/,
    );
    expect((await fairway('kpi show --tenant shop C07')).out).toMatch(/–/);
    expect((await json('kpi show --tenant shop nothing')).error.code).toBe('not_found');
    expect((await fairway('kpi show --tenant shop C07 --at 2026-02-30')).code).toBe(2);
    expect((await fairway('kpi show --tenant shop C07 --window 7d')).code).toBe(2);
    expect((await json('kpi recompute --tenant shop --full')).data).toMatchObject({ kpis: expect.any(Number) });
    const after = await json('kpi show --tenant shop E07 --at 2026-03-10');
    expect(after.data.value).toBe(shown.data.value);
  });

  test('a run that fails fails the command', async () => {
    await fairway('tenant create --name Broken --slug broken --owner broken@example.com');
    const feed = (await json('feed add --tenant broken --connector file --name Website')).data.id;
    const bad = await json(
      `feed upload --tenant broken --feed ${feed} --mapping ${file('m.json', mapping)} --wait ${file('other.csv', 'X,Y\n1,2\n')}`,
    );
    expect([bad.code, bad.data.data[0].status]).toEqual([1, 'failed']);
    expect((await json(`feed sync --tenant broken --feed ${feed}`)).error.code).toBe('feed_is_brought');
    expect((await json(`feed sync --tenant shop --feed ${feed}`)).error.code).toBe('not_found');
    expect((await json('feed add --tenant broken --connector moon --name x')).error.code).toBe('connector_unknown');
    expect(
      (await fairway(`feed add --tenant broken --connector file --name x --config ${file('c.json', '{')}`)).code,
    ).toBe(2);
  });
});

test('digests: a dry run sends nothing', async () => {
  await fairway('tenant create --name Mail --slug mail-house --owner mail@example.com --locale en');
  const dry = await json('digest send --tenant mail-house --digest daily --dry-run');
  expect(dry.data.data).toHaveLength(1);
  expect(dry.data.data[0]).toMatchObject({ to: 'mail@example.com', subject: expect.any(String) });
  const access = (await accessForOperator('mail-house'))!;
  const deliveries = await withTenant(access, (work) =>
    work.query('select from app.digest_deliveries where tenant_id = $1', [access.tenant.id]),
  );
  expect(deliveries).toHaveLength(0);
  expect((await json('digest send --tenant mail-house --digest hourly --dry-run')).error.code).toBe('digest_unknown');
});

test('the database says where it stands', async () => {
  expect((await json('db migrate')).data).toEqual({ applied: [] });
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query('select count(*)::int > 1000 as there from reference.ecb_rates');
  await owner.end();
  expect(rows).toEqual([{ there: true }]);
  const { data } = await json('db status');
  expect(data.checks).toMatchObject({ database: { ok: true }, migrations: { ok: true }, worker: { ok: false } });
});
