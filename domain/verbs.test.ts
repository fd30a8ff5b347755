import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isChange, isStillOpen, type MemberRole, may, memberRoles } from './permissions';
import type { Access } from './tenants/access';
import { calls } from './test-verb-calls';
import { performing, reaching, verbs } from './test-verbs';
import { mapping, type TwoWorlds, twoWorlds, type World } from './test-world';
import { withTenant } from './work';

/** Pieces of the verbs that are called, which hand them rows and ids that they have read themselves. */
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
   markVolatileDays outdatedKpis plantMilestones readAll readKpi readScores readStanding readToday recompute
   removeUpload reopenDelivery reopenRun requireMilestone runExport sendDigest settleDelivery settleMilestones
   settleRejects takeRun tidyExports unfinishedDeliveries unfinishedExports unfinishedRuns`.split(/\s+/),
);

let a: Access;
let b: Access;
let worldOfA: World;
let worldOfB: World;
let fingerprint: TwoWorlds['fingerprint'];
let drop: TwoWorlds['drop'];
let before: Record<string, string>;

beforeAll(async () => {
  ({ a, b, worldOfA, worldOfB, fingerprint, drop } = await twoWorlds());
  before = await fingerprint();
});
afterAll(() => drop());

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

const perform = performing('the verbs');

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
