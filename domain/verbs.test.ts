import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { insertOf, makeRows, type Row, readAppCatalogue } from '@/db/test-rows';
import { kpis } from '@/kpis/catalogue';
import { records } from '@/records/catalogue';
import { setAnchors } from './anchors/set-anchors';
import { Refusal } from './errors';
import { setGate } from './gates/set-gate';
import { addDomain } from './identity/domains';
import { saveProvider } from './identity/provider';
import { storeUpload, type Upload } from './ingest/uploads';
import { inviteMember } from './invitations/invite-member';
import { createKey } from './keys/create-key';
import { readAll } from './measurements/read-all';
import { setPairWeights } from './pair-weights/set-pair-weights';
import { isChange, isStillOpen, type MemberRole, may, memberRoles, type Permission } from './permissions';
import type { Access } from './tenants/access';
import { tallyOf } from './test-tally';
import { testFeed, testTenant } from './test-tenant';
import { hiddenWord, seenChannel, type TwoChannels, twoChannels } from './test-two-channels';
import { type Work, withTenant } from './work';

/** What tenant A has, for tenant B to reach for. */
interface World {
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

/**
 * not found: refused like an id that never was. nothing: answers as if there were nothing (another answer than A gets).
 * own: takes no id; works on the caller's own rows alone.
 */
type Outcome = 'not found' | 'nothing' | 'own';
type Call = [outcome: Outcome, args?: (w: World) => unknown[]];

const day = '2026-03-01';
const order = records.find((r) => r.name === 'order')!;
const mapping = {
  target: 'order',
  columns: { source_id: 'a', number: 'a', placed_at: 'b' },
  constants: { currency: 'EUR' },
};

/** Every verb and how to reach for another tenant with it. A verb that is not listed fails the first test. */
const calls: Record<string, Call> = {
  addressee: ['own', (w) => [w.user, 'daily']],
  deliveryRow: ['nothing', (w) => [w.delivery]],
  digestNow: ['own', () => [{ digest: 'daily' }]],
  digestReaders: ['own', () => ['daily']],
  dueDigests: ['own'],
  failDelivery: ['own', (w) => [w.delivery, new Error('no')]],
  getDelivery: ['not found', (w) => [w.delivery]],
  listDeliveries: ['nothing', () => [{ all: true }]],
  listSubscriptions: ['own', (w) => [w.user]],
  sendDigest: ['nothing', (w) => [w.delivery]],
  settleDelivery: ['own', (w) => [w.delivery, 'sent']],
  unfinishedDeliveries: ['nothing'],
  reopenDelivery: ['own', (w) => [w.delivery]],

  keepSummary: ['own'],

  archiveFeed: ['not found', (w) => [w.feed]],
  changeFeed: ['not found', (w) => [w.feed, { name: 'mine now' }]],
  connectFeed: ['own', () => [{ connector: 'file', name: `new ${Math.random()}` }]],
  feedRow: ['not found', (w) => [w.feed]],
  getFeed: ['not found', (w) => [w.feed]],
  listFeeds: ['nothing'],
  syncFeed: ['not found', (w) => [w.feed]],

  answerOnce: ['own', () => ['Alpharetta key', 'other', async () => ({ status: 200, body: {} })]],
  forgetAnswers: ['own'],

  executeRun: ['own', (w) => [w.run]],
  failRun: ['own', (w) => [w.run]],
  finishRun: ['own', (w) => [w.run, null]],
  getRun: ['not found', (w) => [w.run]],
  countRejects: ['not found', (w) => [{ runId: w.run }]],
  listRejects: ['not found', (w) => [{ runId: w.run }]],
  rejectsOf: ['not found', (w) => [{ runId: w.run }, []]],
  listRuns: ['nothing', (w) => [{ feedId: w.feed }]],
  previewFile: ['own', (w) => [{ upload: w.ownUpload, feedId: w.feed }]],
  removeUpload: ['not found', (w) => [w.upload]],
  checkUpload: ['not found', (w) => [w.upload]],
  replayRun: ['not found', (w) => [w.run]],
  settleRejects: ['own', (w) => [[w.reject], 'replayed', w.run]],
  startRecordsRun: ['not found', (w) => [{ feedId: w.feed, record: 'order', upload: w.ownUpload }]],
  startRun: ['not found', (w) => [{ feedId: w.feed, upload: w.ownUpload, mapping }]],
  takeRun: ['nothing', (w) => [w.run]],
  unfinishedRuns: ['nothing'],
  reopenRun: ['own', (w) => [w.run]],

  breakdown: ['own', () => [kpis[0], kpis[0]!.windows[0], day, kpis[0]!.dims[0]]],
  closeMeasurements: ['own'],
  dataDay: ['own'],
  dayAsked: ['own'],
  hasDirtyDays: ['own'],
  listCandidates: ['own', () => [{ at: day }]],
  listRestatements: ['nothing'],
  outdatedKpis: ['own'],
  definitionsOf: ['own'],
  markVolatileDays: ['own'],
  readAll: ['own'],
  readEvidence: ['own', () => [{ kpi: 'E07', at: day }]],
  readKpi: ['own', () => [{ kpi: 'E07', at: day, by: 'country' }]],
  readScores: ['own'],
  readSeries: ['own', () => [{ kpi: 'E07' }]],
  readSilos: ['own'],
  readToday: ['own'],
  recompute: ['own', () => [{ full: true }]],

  listWeightSets: ['nothing'],
  readWeights: ['nothing'],
  readWeightSet: ['not found', (w) => [w.weights]],
  setWeights: ['own', () => [{ levels: {}, reason: 'mine' }]],
  rulesOn: ['nothing', () => [[day]]],

  listAnchors: ['nothing'],
  listAnchorSets: ['nothing', () => [{ kpi: 'D01' }]],
  readAnchors: ['nothing', () => [{ kpi: 'D01' }]],
  readGates: ['nothing'],
  listGateSets: ['nothing', () => [{ stage: 1 }]],
  setGate: ['own', () => [{ stage: 2, conditions: null, reason: 'mine' }]],
  readPairWeights: ['nothing'],
  listPairWeightSets: ['nothing'],
  setPairWeights: ['own', () => [{ pairs: null, reason: 'mine' }]],
  setAnchors: ['own', () => [{ kpi: 'D06', anchors: null, reason: 'mine' }]],

  archiveMilestone: ['not found', (w) => [w.milestone]],
  changeMilestone: ['not found', (w) => [w.milestone, { target: 1 }]],
  createMilestone: ['own', () => [{ kpi: 'C07', target: 90, startOn: day, dueOn: '2027-01-01' }]],
  listMilestones: ['nothing', () => [{ includeArchived: true }]],
  plantMilestones: ['own'],
  requireMilestone: ['not found', (w) => [w.milestone]],
  restoreMilestone: ['not found', (w) => [w.milestone]],
  settleMilestones: ['own'],

  cancelErasure: ['own'],
  eraseTenant: ['own', () => [async () => 0]],
  failExport: ['own', (w) => [w.export, new Error('no')]],
  downloadExport: ['not found', (w) => [w.export]],
  getExport: ['not found', (w) => [w.export]],
  listExports: ['nothing'],
  requestErasure: ['own', () => [{ slug: 'x', password: 'y' }]],
  runExport: ['own', (w) => [w.export]],
  scheduleErasure: ['own', () => [14]],
  startExport: ['own'],
  tidyExports: ['own'],
  unfinishedExports: ['nothing'],

  auditDays: ['own'],
  forgetEntries: ['own'],
  listActors: ['nothing'],
  listEntries: ['nothing'],
  setAuditDays: ['own', () => [365]],

  addNote: ['own', () => [{ day, text: 'mine' }]],
  listNotes: ['nothing', () => [{ from: '2000-01-01', to: '2099-01-01' }]],
  removeNote: ['not found', (w) => [w.note]],

  readProvider: ['nothing'],
  saveProvider: [
    'own',
    () => [{ name: 'Mine', issuer: 'https://id.example', clientId: 'c', clientSecret: 's', newMemberRole: null }],
  ],
  removeProvider: ['own'],
  listDomains: ['nothing'],
  readDomain: ['not found', (w) => [w.domain]],
  addDomain: ['own', () => ['mine.example']],
  removeDomain: ['not found', (w) => [w.domain]],
  enforceDomain: ['not found', (w) => [w.domain, true]],
  markProven: ['not found', (w) => [w.domain, 'dns']],
  readAuthenticators: ['own'],
  requireAuthenticators: ['own', () => [false]],
  proveByDns: ['not found', (w) => [w.domain, async () => []]],
  requestDomainMail: ['not found', (w) => [w.domain, 'admin']],

  readRecords: ['nothing', () => [order, { limit: 10 }]],
  createKey: ['own', () => [{ name: 'mine', role: 'viewer' }]],
  listKeys: ['nothing'],
  revokeKey: ['not found', (w) => [w.key]],

  changeMember: ['not found', (w) => [w.user, { role: 'admin' }]],
  leaveTenant: ['own'],
  listMembers: ['nothing'],
  removeMember: ['not found', (w) => [w.user]],
  transferOwnership: ['not found', (w) => [{ to: w.user, firmName: w.firmName }]],

  inviteMember: ['own', () => [{ email: `${Math.random()}@example.com`, role: 'viewer' }]],
  listInvitations: ['nothing'],
  resendInvitation: ['not found', (w) => [w.invitation]],
  revokeInvitation: ['not found', (w) => [w.invitation]],

  changeTenant: ['own', () => [{ name: 'Mine now' }]],
  firmChannels: ['nothing'],
  readFirm: ['own'],
};

/** Pieces of the verbs above, which hand them rows and ids that they have read themselves. */
const pieces = new Set(
  `addDelivery addVersion channelGroups channelSums factsSeen limitedTo measuredWithin sumsBy advanceRun can causeOf changesOf checkedLimits eraseNow commitRecords composeDigest executeFile executeReplay groupOf hasOpenRejects rejectsAgain beginPage lockInvitation lockMembers marksOf measuredDay measureSpans mergeRecord
   noteDefinitions noteWatermarks pairWeightsUntil previewDigest readingsOn refreshEntities refreshPartials refreshStatistics roleNow scoresOf sendInvitation setSubscription storeFile storeMeasurements
   storeRejects storeUpload streamRecords subscribeDefault fileTraces mailCopies rowTraces streamEntries writeArchive sumOrders takeInvitation joinByProvider today totalsOf tried versionOf versionsOf withUniqueName`.split(
    /\s+/,
  ),
);

/**
 * Verbs that ask for no permission themselves: what jobs do, which pages and the API do not call, and what asks by the verb that
 * it begins with. A `require` that is dropped fails here, for without it the tests below would not try the roles.
 */
const asksElsewhere = new Set(
  `addressee answerOnce breakdown checkUpload closeMeasurements dataDay dayAsked definitionsOf deliveryRow digestNow
   downloadExport dueDigests eraseTenant executeRun failDelivery failExport failRun feedRow finishRun forgetAnswers
   forgetEntries getFeed hasDirtyDays keepSummary listDeliveries listFeeds listRejects listSubscriptions
   markVolatileDays outdatedKpis plantMilestones readAll readKpi readScores readToday recompute removeUpload
   reopenDelivery reopenRun requireMilestone runExport sendDigest settleDelivery settleMilestones settleRejects takeRun
   tidyExports unfinishedDeliveries unfinishedExports unfinishedRuns`.split(/\s+/),
);

interface Verb {
  name: string;
  path: string;
  takes: 'work' | 'access';
  /** What it asks of the actor before all else; null where that depends on what it is asked. */
  requires: Permission | null;
}

/** Exports whose first parameter is the unit of work, or the access that opens one. */
function verbs(): Verb[] {
  const found: Verb[] = [];
  for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })) {
    if (!file.includes('/') || !file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    const heads = text.matchAll(
      /^export (?:async )?(?:function\*? |const )(\w+)(?:<[^>]*>)?\s*(?:=\s*(?:async )?)?\(\s*\w+: (Work|Access|Pick<Access)\b/gm,
    );
    for (const { 1: name, 2: type, index } of heads) {
      const body = text.slice(index).split(/\n}\n|;\n\n/)[0]!;
      const requires = (/work\.require\('([\w.]+)'\)/.exec(body)?.[1] ?? null) as Permission | null;
      const takes = type === 'Work' ? 'work' : 'access';
      found.push({ name: name!, path: join(import.meta.dirname, file), takes, requires });
    }
  }
  return found;
}

let db: Awaited<ReturnType<typeof testDatabase>>;
let owner: pg.Client;
let a: Access;
let b: Access;
let rows: Map<string, Row>;
let worldOfA: World;
let worldOfB: World;
let before: Record<string, string>;

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

beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
  owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  a = await testTenant();
  b = await testTenant();
  rows = makeRows(await readAppCatalogue(owner), a.tenant.id, 'Alpharetta');
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
  worldOfA = { ...shared, firmName: a.tenant.name, ownFeed: shared.feed, ownUpload: await store(a) };
  worldOfB = { ...shared, firmName: b.tenant.name, ownFeed: await testFeed(b), ownUpload: await store(b) };
  before = await fingerprint();
});
afterAll(async () => {
  await owner?.end();
  await db?.drop();
});

test('every verb is listed here, and nothing that is gone', () => {
  const found = new Set(verbs().map((v) => v.name));
  const listed = new Set([...Object.keys(calls), ...pieces]);
  expect([...found].filter((name) => !listed.has(name))).toEqual([]);
  expect([...listed].filter((name) => !found.has(name))).toEqual([]);
});

test('every verb asks for a permission, but for those of the list', () => {
  const silent = verbs().filter((v) => v.name in calls && v.requires === null);
  expect(silent.map((v) => v.name).sort()).toEqual([...asksElsewhere].sort());
});

class Undone extends Error {}

const tally = tallyOf('the verbs');
afterAll(() => tally.tell());

/** Calls a verb. Without `keep`, what it did in a unit of work is undone. */
async function perform(...call: Parameters<typeof attempt>): ReturnType<typeof attempt> {
  const done = await attempt(...call);
  tally.count(done.refusal !== undefined);
  return done;
}

async function attempt(
  verb: Verb,
  access: Access,
  w: World,
  keep = false,
): Promise<{ result?: unknown; refusal?: string }> {
  const args = calls[verb.name]![1]?.(w) ?? [];
  const module = (await import(/* @vite-ignore */ verb.path)) as Record<string, (...all: unknown[]) => unknown>;
  let result: unknown;
  try {
    if (verb.takes === 'access') return { result: await module[verb.name]!(access, ...args) };
    await withTenant(access, async (work: Work) => {
      result = await module[verb.name]!(work, ...args);
      if (!keep) throw new Undone();
    });
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code };
    if (!(error instanceof Undone)) throw error;
  }
  return { result };
}

const reaching = verbs().filter((v) => v.name in calls);

test.each(reaching.map((v) => [v.name, v] as const))('%s does not reach another tenant', async (name, verb) => {
  const [outcome] = calls[name]!;
  const theirs = await perform(verb, b, worldOfB, true);
  if (outcome === 'not found') expect(theirs).toEqual({ refusal: 'not_found' });
  if (outcome === 'nothing') expect(theirs.refusal).toBeUndefined();
  // Addresses are kept in small letters.
  const told = (JSON.stringify(theirs) ?? '').toLowerCase();
  for (const trace of ['alpharetta', a.tenant.id, worldOfA.user]) expect(told).not.toContain(trace);
  expect(await fingerprint()).toEqual(before);
});

// Else the test above would be content with a call that reaches nobody. A verb that takes an access cannot be undone.
const telling = reaching.filter((v) => calls[v.name]![0] !== 'own' && v.takes === 'work');
test.each(telling.map((v) => [v.name, v] as const))('%s does reach its own', async (name, verb) => {
  const own = await perform(verb, a, worldOfA);
  expect(own.refusal).not.toBe('not_found');
  if (calls[name]![0] === 'nothing') expect(own).not.toEqual(await perform(verb, b, worldOfB));
});

/** Ask for no more than to be a member, and change something: closed with everything else that does. */
const deedsOfMembers = new Set(['leaveTenant']);
/** Its transaction is the directory's, so it cannot be undone here; that it is open to an owner then: leaving/erase.test.ts. */
const commitsByItself = new Set(['scheduleErasure']);
const asking = reaching.filter((v) => v.requires).map((v) => [v.name, v, v.requires!] as const);

describe.each(asking)('%s', (name, verb, permission) => {
  const person = (role: MemberRole): Access => ({ ...a, actor: { kind: 'user', id: worldOfA.user, role } });

  test.each(memberRoles.filter((role) => !may(role, permission)))(
    'is closed to a %s of the firm itself',
    async (role) => {
      expect(await perform(verb, person(role), worldOfA)).toEqual({ refusal: 'forbidden' });
      expect(await fingerprint()).toEqual(before);
    },
  );

  test('changes nothing while the firm is suspended or leaving, or on a visit to look; what reads it still reads', async () => {
    const past = new Date(Date.now() - 60_000);
    for (const status of commitsByItself.has(name) ? [] : (['suspended', 'leaving'] as const)) {
      const owner = person('owner');
      const held: Access = { ...owner, tenant: { ...owner.tenant, standing: { status, reason: null, bitesAt: past } } };
      const { refusal } = await perform(verb, held, worldOfA);
      if (isChange(permission) && !isStillOpen(permission)) expect(refusal).toBe(`read_only_${status}`);
      if (!isChange(permission) && !deedsOfMembers.has(name)) expect(refusal ?? '').not.toMatch(/^read_only/);
    }
    const acting = {
      grantId: '',
      admin: '',
      reason: '',
      ticket: '',
      readOnly: true,
      endsAt: new Date(Date.now() + 60_000),
    };
    const { refusal } = await perform(verb, { ...person('owner'), acting }, worldOfA);
    if (isChange(permission)) expect(refusal).toMatch(/^(read_only_acting|not_on_a_visit)$/);
    else if (!deedsOfMembers.has(name)) expect(refusal ?? '').not.toMatch(/^read_only/);
    expect(await fingerprint()).toEqual(before);
  });
});

test('an upload of another tenant is not there, even with its path', async () => {
  const { startRun } = await import('./ingest/start-run');
  const { previewFile } = await import('./ingest/preview-file');
  const notFound = { code: 'not_found' };
  const { ownFeed } = worldOfB;
  writeFileSync(worldOfA.upload.path, 'a,b\nAlpharetta,2026-01-01\n');
  await expect(
    withTenant(b, (work) => startRun(work, { feedId: ownFeed, upload: worldOfA.upload, mapping })),
  ).rejects.toMatchObject(notFound);
  await expect(withTenant(b, (work) => previewFile(work, { upload: worldOfA.upload }))).rejects.toMatchObject(notFound);
});

/** What other verbs read before they change something: nobody is handed the row itself. A verb for readers never belongs here. */
const inner = new Set(['feedRow', 'requireMilestone']);

describe('to somebody who sees a part of the firm only', () => {
  let firm: TwoChannels;
  let world: World;
  let readers: { name: string; access: Access; traces: RegExp[] }[];

  beforeAll(async () => {
    firm = await twoChannels();
    const readings = await withTenant(firm.owner, readAll);
    /** Figures so long that no other is the same by chance. */
    const figures = (of: typeof readings) =>
      of
        .flatMap((r) => [r.value, r.numerator, r.denominator, r.score])
        .map(String)
        .filter((text) => text.length > 4)
        .map((text) => new RegExp(`[:\\[,]${text.replaceAll('.', '\\.')}[,}\\]]`));
    const hidden = kpis.filter((k) => k.mechanism !== 'ecosystem');
    const split = readings.filter((r) => r.value !== null);
    readers = [
      {
        name: 'channel',
        access: await firm.member({ channels: [seenChannel] }, 'analyst'),
        traces: [new RegExp(hiddenWord, 'i'), ...figures(split)],
      },
      {
        name: 'mechanism',
        access: await firm.member({ mechanisms: ['ecosystem'] }, 'analyst'),
        traces: [
          ...hidden.flatMap((k) => [k.code, k.id]).map((text) => new RegExp(`"${text}"`)),
          ...figures(readings.filter((r) => r.mechanism !== 'ecosystem')),
        ],
      },
    ];
    const { feed, run, milestone, note } = firm;
    const [reject] = await withTenant(firm.owner, (work) => work.query<{ id: number }>('select id from app.rejects'));
    world = {
      ...worldOfA,
      feed,
      run,
      milestone,
      note,
      weights: 1,
      user: firm.other,
      reject: reject!.id,
      ownFeed: feed,
    };
  });

  const told = reaching.filter((v) => v.takes === 'work' && !inner.has(v.name));
  test.each(told.map((v) => [v.name, v] as const))('%s tells nothing of the rest', async (_, verb) => {
    for (const { access, traces } of readers) {
      const answer = JSON.stringify(await perform(verb, access, world)) ?? '';
      expect(traces.filter((trace) => trace.test(answer))).toEqual([]);
    }
  });

  test('each trace is one: whoever sees the whole firm meets it', async () => {
    const answers = (
      await Promise.all(told.map(async (verb) => JSON.stringify(await perform(verb, firm.owner, world)) ?? ''))
    ).join('\n');
    for (const { traces } of readers) expect(traces.filter((trace) => !trace.test(answers))).toEqual([]);
  });
});
