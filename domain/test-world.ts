import { Readable } from 'node:stream';
import pg from 'pg';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { insertOf, makeRows, readAppCatalogue } from '@/db/test-rows';
import { setAnchors } from './anchors/set-anchors';
import { setGate } from './gates/set-gate';
import { addDomain } from './identity/domains';
import { saveProvider } from './identity/provider';
import { storeUpload, type Upload } from './ingest/uploads';
import { inviteMember } from './invitations/invite-member';
import { createKey } from './keys/create-key';
import { setPairWeights } from './pair-weights/set-pair-weights';
import type { Access } from './tenants/access';
import { testFeed, testTenant } from './test-tenant';
import { withTenant } from './work';

/** What tenant A has, for tenant B to reach for. */
export interface World {
  feed: string;
  run: string;
  milestone: string;
  note: string;
  delivery: string;
  user: string;
  export: string;
  reject: number;
  /** A version. */
  weights: number;
  upload: Upload;
  invitation: string;
  key: string;
  domain: string;
  /** The caller's own firm, by name. */
  firmName: string;
  /** A feed and an upload of the caller's own. */
  ownFeed: string;
  ownUpload: Upload;
}

export const day = '2026-03-01';
export const mapping = {
  target: 'order',
  columns: { source_id: 'a', number: 'a', placed_at: 'b' },
  constants: { currency: 'EUR' },
};

export type TwoWorlds = Awaited<ReturnType<typeof twoWorlds>>;

/** Tenant A with a row in every table, in each of which stands "Alpharetta", and tenant B, which has next to nothing. */
export async function twoWorlds() {
  const db = await testDatabase();
  useDatabase(db);
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  const a = await testTenant();
  const b = await testTenant();
  const rows = makeRows(await readAppCatalogue(owner), a.tenant.id, 'Alpharetta');
  Object.assign(rows.get('feeds')!, {
    connector: 'file',
    status: 'active',
    archived_at: null,
    mapping: JSON.stringify(mapping),
  });
  Object.assign(rows.get('runs')!, {
    kind: 'file',
    status: 'queued',
    replay_of: null,
    error: null,
    mapping: JSON.stringify(mapping),
  });
  Object.assign(rows.get('rejects')!, { status: 'open' });
  Object.assign(rows.get('milestones')!, { kpi: 'C07', stage: 1, archived_at: null });
  Object.assign(rows.get('digest_subscriptions')!, { digest: 'daily' });
  Object.assign(rows.get('digest_deliveries')!, { digest: 'daily', status: 'pending' });
  Object.assign(rows.get('exports')!, { status: 'queued', created_at: '2026-03-01T08:00:00Z' });
  Object.assign(rows.get('rules')!, { topic: 'weights', starts_on: day });
  Object.assign(rows.get('restatements')!, { run_ids: '[]' });
  for (const [table, row] of rows) {
    const [text, params] = insertOf(table, row);
    await withTenant(a, (work) => work.execute(text, params));
  }
  const anchors = { floor: 0.5, pass: 0.2, target: 0.1 };
  await withTenant(a, (work) => setAnchors(work, { kpi: 'D01', anchors, reason: 'Alpharetta' }));
  const conditions = [{ kpi: 'C07', atLeast: 12 }];
  await withTenant(a, (work) => setGate(work, { stage: 1, conditions, reason: 'Alpharetta' }));
  const pairs = { 'order→shipment': 12 };
  await withTenant(a, (work) => setPairWeights(work, { pairs, reason: 'Alpharetta' }));
  const [reject] = await withTenant(a, (work) => work.query<{ id: number }>('select id from app.rejects'));
  const store = (access: Access) =>
    storeUpload(access, { fileName: 'a.csv', body: Readable.from([Buffer.from('a,b\n1,2026-01-01\n')]) });
  const upload = await store(a);
  const user = String(rows.get('digest_subscriptions')!.user_id);
  await directoryQuery('insert into directory.users (id, email) values ($1, $2)', [user, 'alpharetta@example.com']);
  await directoryQuery(`insert into directory.memberships (tenant_id, user_id, role) values ($1, $2, 'viewer')`, [
    a.tenant.id,
    user,
  ]);
  const { id: invitation } = await withTenant(a, (work) =>
    inviteMember(work, { email: 'guest@alpharetta.example', role: 'viewer' }),
  );
  const { id: key } = await withTenant(a, (work) => createKey(work, { name: 'Alpharetta', role: 'viewer' }));
  const domain = await withTenant(a, (work) => addDomain(work, 'alpharetta.example'));
  await withTenant(a, (work) =>
    saveProvider(work, {
      name: 'Alpharetta',
      issuer: 'https://id.alpharetta.example',
      clientId: 'client',
      clientSecret: 'secret',
      newMemberRole: 'viewer',
    }),
  );
  const id = (table: string, column = 'id') => String(rows.get(table)![column]);
  const shared = {
    export: id('exports'),
    feed: id('feeds'),
    run: id('runs'),
    milestone: id('milestones'),
    note: id('notes'),
    delivery: id('digest_deliveries'),
    user,
    invitation,
    key,
    domain,
    firmName: '',
    reject: reject!.id,
    weights: Number(rows.get('rules')!.version),
    upload,
  };
  const worldOfA: World = { ...shared, firmName: a.tenant.name, ownFeed: shared.feed, ownUpload: await store(a) };
  const worldOfB: World = { ...shared, firmName: b.tenant.name, ownFeed: await testFeed(b), ownUpload: await store(b) };

  /** All that tenant A has, as one hash a table. */
  async function fingerprint(): Promise<Record<string, string>> {
    const prints: Record<string, string> = {};
    for (const table of rows.keys()) {
      const { rows: found } = await owner.query(
        `select md5(string_agg(t::text, '|' order by t::text)) as print from app."${table}" t where tenant_id = $1`,
        [a.tenant.id],
      );
      prints[table] = found[0].print;
    }
    return prints;
  }

  async function drop(): Promise<void> {
    await owner.end();
    await db.drop();
  }

  return { a, b, worldOfA, worldOfB, fingerprint, drop };
}
