import { expect, test } from '@playwright/test';
import { directoryQuery } from '@/db/client';
import { isChange, isStillOpen, may, memberRoles, type Permission } from '@/domain/permissions';
import { actionCalls } from './walls/action-calls';
import { callableActions } from './walls/built';
import { type Answer, call, callAction, inTurn, tally } from './walls/call';
import { openTrialDatabase } from './walls/database';
import { fingerprint, settledFingerprint } from './walls/fingerprint';
import { type Firm, firm, person } from './walls/firm';
import { expectGuarded } from './walls/guarded';
import { type Audience, pageCalls } from './walls/page-calls';
import { type Refused, refusalOf } from './walls/refusal';
import { routeCalls } from './walls/route-calls';
import { addressFor, namesThing } from './walls/things';

// One firm's ids in the hands of everybody who must not have them, at every door that the source has (scripts/doors.test.ts).
test.describe.configure({ mode: 'serial' });

let db: ReturnType<typeof openTrialDatabase>;
/** Whose ids are tried, who tries, and who is suspended. */
let a: Firm;
let b: Firm;
let suspended: Firm;
/** Signed in, and in no firm; a platform admin who has not shown a second factor. */
let stranger: string;
let halfAdmin: string;
/** A platform admin who has. */
let admin: string;
let before: Record<string, string>;
let suspendedBefore: Record<string, string>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  db = openTrialDatabase();
  [a, b, suspended] = await Promise.all([firm('Alpharetta'), firm('Bellefonte'), firm('Caledonia')]);
  stranger = (await person({ email: `stranger-${a.slug}@nowhere.example` })).cookie;
  halfAdmin = (await person({ email: `desk-${a.slug}@nowhere.example`, platformAdmin: true })).cookie;
  admin = await adminWithSecondFactor();
  await directoryQuery(
    `update directory.tenants set status = 'suspended', status_since = now() - interval '9 days',
       status_bites_at = now() - interval '1 day' where id = $1`,
    [suspended.access.tenant.id],
  );
  before = await settledFingerprint(db.ownerUrl, a.access.tenant.id);
  suspendedBefore = await settledFingerprint(db.ownerUrl, suspended.access.tenant.id);
});
test.afterAll(async () => {
  console.log(`walls: ${tally.calls} calls, ${tally.refusals} refusals`);
  await db?.close();
});

async function adminWithSecondFactor(): Promise<string> {
  const { id, cookie } = await person({ email: `admin-${a.slug}@nowhere.example`, platformAdmin: true });
  await directoryQuery("insert into directory.authenticators (user_id, secret, confirmed_at) values ($1, 'x', now())", [
    id,
  ]);
  await directoryQuery('update directory.sessions set second_factor_at = now() where user_id = $1', [id]);
  return cookie;
}

const isPermission = (of: Audience): of is Permission => of.includes('.');

/** The answer refuses, for this reason where one is given, and tells nothing of the firm. */
function expectRefused(answer: Answer, what: string, firm: Firm, why?: Refused, sentences = true): void {
  const refused = refusalOf(answer, sentences);
  expect(refused, `${what}: ${answer.status} ${answer.to ?? answer.text.slice(0, 300)}`).not.toBeNull();
  if (why) expect(refused, `${what}: ${answer.status} ${answer.to} ${answer.text.slice(0, 400)}`).toBe(why);
  if (!what.includes('of the firm itself')) expect(answer.text.includes(firm.mark), `${what} tells of it`).toBe(false);
}

/** Who must not get in, with what is in the address. A lower role's own firm is A. */
function intruders(pattern: string, of: Audience): { who: string; cookie?: string; path: string; why?: Refused }[] {
  const path = addressFor(pattern, a.slug, a.things);
  const nobody = { who: 'nobody', path, why: 'signed out' as const };
  if (of === 'everybody') return [];
  if (of === 'person') return [nobody];
  const others = [
    { who: 'owner of B', cookie: b.people.owner, path },
    { who: 'stranger', cookie: stranger, path },
  ];
  if (of === 'platform')
    return [
      { ...nobody, why: undefined },
      ...others,
      { who: 'owner of the firm itself', cookie: a.people.owner, path },
      { who: 'admin without second factor', cookie: halfAdmin, path },
    ];
  const lower = memberRoles
    .filter((role) => !may(role, of))
    .map((role) => ({ who: `${role} of the firm itself`, cookie: a.people[role], path }));
  const foreignThings = namesThing(pattern)
    ? [
        {
          who: 'owner of B, from B',
          cookie: b.people.owner,
          path: addressFor(pattern, b.slug, a.things),
          why: 'not found' as const,
        },
      ]
    : [];
  const desk = { who: 'admin of the platform, without a visit', cookie: halfAdmin, path };
  return [
    nobody,
    ...[...others, desk].map((one) => ({ ...one, why: 'not found' as const })),
    ...lower,
    ...foreignThings,
  ];
}

test('pages are closed to all but their own', async () => {
  test.setTimeout(600_000);
  await inTurn(Object.entries(pageCalls), async ([pattern, of]) => {
    for (const { who, cookie, path, why } of intruders(pattern, of))
      for (const headers of [{}, { rsc: '1' }] as Record<string, string>[]) {
        const answer = await call({ path, cookie, headers });
        expectRefused(answer, `${pattern} as ${who} ${JSON.stringify(headers)}`, a, why, false);
        expectGuarded(pattern, answer);
      }
  });
});

test('pages are open to their own, in a suspended firm too', async () => {
  test.setTimeout(600_000);
  await inTurn(Object.entries(pageCalls), async ([pattern, of]) => {
    if (of === 'platform' || of === 'person') {
      const cookie = of === 'platform' ? admin : a.people.viewer;
      const answer = await call({ path: addressFor(pattern, a.slug, a.things), cookie });
      expect([200, 303, 307], `${pattern}: ${answer.status}`).toContain(answer.status);
      if (of === 'platform') expect(answer.status, `${pattern}: ${answer.to}`).toBe(200);
      return expectGuarded(pattern, answer);
    }
    const roles = isPermission(of) ? memberRoles.filter((role) => may(role, of)) : memberRoles;
    for (const own of [a, suspended])
      for (const role of roles) {
        const answer = await call({ path: addressFor(pattern, own.slug, own.things), cookie: own.people[role] });
        const open = of === 'everybody' ? [200, 303, 307] : [200];
        // What is only a form to change something is not there while nothing can be changed.
        if (own === suspended && isPermission(of) && isChange(of)) open.push(404);
        expect(open, `${pattern} as ${role} of ${own.mark}: ${answer.status} ${answer.to}`).toContain(answer.status);
        if (isPermission(of) && answer.status === 200)
          expect(answer.text, `${pattern} shows the firm`).toContain(own.mark);
        expectGuarded(pattern, answer);
      }
  });
});

/** Whether it is open while a firm is suspended: reading is, and what an owner may still do. */
const staysOpen = (of: Permission): boolean => !isChange(of) || isStillOpen(of);

test('route handlers are closed to all but their own', async () => {
  test.setTimeout(300_000);
  await inTurn(Object.entries(routeCalls), async ([route, { of, headers, body, elsewhere }]) => {
    const [method, pattern] = route.split(' ') as [string, string];
    const send = (path: string, cookie?: string, more: Record<string, string> = {}) =>
      call({ method, path, cookie, headers: { ...headers, ...more }, body });
    for (const { who, cookie, path, why } of intruders(pattern, of)) {
      // A session is no key: the API is closed to browsers.
      const answer = await send(path, cookie);
      expectRefused(answer, `${route} as ${who}`, a, elsewhere ? undefined : why);
      expectGuarded(route, answer);
    }
    if (elsewhere || !isPermission(of)) return;
    if (!staysOpen(of))
      expectRefused(
        await send(addressFor(pattern, suspended.slug, suspended.things), suspended.people.owner),
        `${route} in a suspended firm`,
        a,
      );
    if (method === 'GET') return;
    const elsewhereFrom = await send(addressFor(pattern, a.slug, a.things), a.people.owner, {
      'sec-fetch-site': 'cross-site',
    });
    expectRefused(elsewhereFrom, `${route} from another site`, a, 'forbidden');
  });
  expect(await fingerprint(db.ownerUrl, a.access.tenant.id)).toEqual(before);
  expect(await fingerprint(db.ownerUrl, suspended.access.tenant.id)).toEqual(suspendedBefore);
});

// Else the test above would be content with calls that reach nobody.
test('route handlers are open to their own, in a suspended firm too', async () => {
  test.setTimeout(300_000);
  await inTurn(Object.entries(routeCalls), async ([route, { of, headers, body, elsewhere }]) => {
    if (elsewhere || (of !== 'everybody' && !isPermission(of))) return;
    const [method, pattern] = route.split(' ') as [string, string];
    const send = (path: string, cookie?: string) => call({ method, path, cookie, headers, body });
    if (of === 'everybody')
      return expectGuarded(
        route,
        await send(addressFor(pattern, a.slug, { ...a.things, unsubscribe: 'x'.repeat(54) })),
      );
    for (const own of staysOpen(of) ? [a, suspended] : [a]) {
      const answer = await send(addressFor(pattern, own.slug, own.things), own.people.owner);
      expect(refusalOf(answer), `${route} as owner of ${own.mark}: ${answer.status} ${answer.text.slice(0, 200)}`).toBe(
        null,
      );
      expectGuarded(route, answer);
    }
  });
  // A file was stored and a copy of the data was taken, which the log tells.
  before = await settledFingerprint(db.ownerUrl, a.access.tenant.id);
  suspendedBefore = await settledFingerprint(db.ownerUrl, suspended.access.tenant.id);
});

/** Whether one of a firm's ids is among the arguments. */
const namesOneOf = (firm: Firm, args: unknown[]): boolean => {
  const told = JSON.stringify(args.map((arg) => (arg instanceof FormData ? [...arg.values()] : arg)));
  return Object.values(firm.things).some((thing) => told.includes(thing));
};

test('actions are closed to all but their own', async () => {
  test.setTimeout(600_000);
  const built = await callableActions(Object.keys(pageCalls), a);
  await inTurn(Object.entries(actionCalls), async ([name, { of, quiet, args = () => [] }]) => {
    const action = built.get(name);
    expect(action, `${name} is called by no page`).toBeDefined();
    const { id, page } = action!;
    const send = (own: Firm, cookie: string | undefined, from: Firm = own) =>
      callAction(id, addressFor(page, from.slug, from.things), cookie, args(own));
    if (of === 'everybody') return expectGuarded(name, await send(a, undefined));
    expectRefused(await send(a, undefined), `${name} as nobody`, a, 'signed out');
    if (of === 'person') return void (await send(a, b.people.owner));
    for (const [who, cookie] of [
      ['owner of B', b.people.owner],
      ['stranger', stranger],
      ['platform admin without a visit', halfAdmin],
    ] as const)
      expectRefused(await send(a, cookie), `${name} as ${who}`, a, of === 'platform' ? undefined : 'not found');
    expectRefused(await send(a, b.people.owner, b), `${name} as owner of B, from B`, a);
    if (of === 'platform')
      return expectRefused(await send(a, a.people.owner), `${name} as owner of the firm itself`, a);
    const mixed = args({ ...b, things: a.things });
    if (namesOneOf(a, mixed)) {
      const answer = await callAction(id, addressFor(page, b.slug, b.things), b.people.owner, mixed);
      if (!quiet) expectRefused(answer, `${name} with B's slug and A's ids`, a);
    }
    for (const role of memberRoles.filter((one) => !may(one, of)))
      expectRefused(await send(a, a.people[role]), `${name} as ${role} of the firm itself`, a, 'forbidden');
    if (staysOpen(of)) return;
    for (const role of memberRoles.filter((one) => may(one, of)))
      expectRefused(
        await send(suspended, suspended.people[role]),
        `${name} as ${role} of a suspended firm`,
        a,
        'read only',
      );
  });
  expect(await fingerprint(db.ownerUrl, a.access.tenant.id)).toEqual(before);
  expect(await fingerprint(db.ownerUrl, suspended.access.tenant.id)).toEqual(suspendedBefore);
});

// Else the test above would be content with calls that reach nobody.
test('actions are open to their own', async () => {
  test.setTimeout(300_000);
  const built = await callableActions(Object.keys(pageCalls), a);
  for (const [name, { of, args = () => [] }] of Object.entries(actionCalls)) {
    if (!isPermission(of)) continue;
    const { id, page } = built.get(name)!;
    for (const own of isStillOpen(of) ? [a, suspended] : [a]) {
      const answer = await callAction(id, addressFor(page, own.slug, own.things), own.people.owner, args(own));
      // A sentence about the deed itself (a run with nothing left to replay) says that the deed was reached.
      const refused = refusalOf(answer) ?? 'other';
      expect(
        refused,
        `${name} as owner of ${own.mark}: ${answer.status} ${answer.to} ${answer.text.slice(0, 400)}`,
      ).toBe('other');
    }
  }
  expect(await fingerprint(db.ownerUrl, a.access.tenant.id)).not.toEqual(before);
});
