import { expect, test } from '@playwright/test';
import { directoryQuery } from '@/db/client';
import { setPassword } from '@/domain/members/set-password';
import en from '@/messages/en.json' with { type: 'json' };
import { callableActions } from './walls/built';
import { type Answer, call, callAction } from './walls/call';
import { openTrialDatabase } from './walls/database';
import { type Firm, firm } from './walls/firm';
import { expectGuarded } from './walls/guarded';

test.describe.configure({ mode: 'serial' });

const password = 'walls-harbour-lantern-71';
const elsewhere = 'https://elsewhere.example';
let db: ReturnType<typeof openTrialDatabase>;
let a: Firm;
let email: string;
let action: (name: string) => { id: string };

test.beforeAll(async () => {
  test.setTimeout(300_000);
  db = openTrialDatabase();
  a = await firm('Alpharetta');
  email = `admin-${a.slug}@alpharetta.example`;
  await setPassword(a.things.adminId!, password);
  const built = await callableActions(['/sign-in', '/reset', '/[tenant]/feeds/[feed]'], a);
  action = (name) => built.get(name)!;
});
test.afterAll(() => db?.close());

const form = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const signIn = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
  callAction(
    action('app/(public)/sign-in/sign-in.ts#signInWithPassword').id,
    '/sign-in',
    undefined,
    [{}, form(fields)],
    headers,
  );
const before = (sentence: string): string => sentence.split('{')[0]!;

test('a sign-in leads to this site only, and its cookie is out of reach of scripts and other sites', async () => {
  for (const next of [
    elsewhere,
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
  ]) {
    const { to, headers } = await signIn({ email, password, next });
    // From the start page straight to the only firm.
    expect(to?.split(';')[0], next).toBe(`/${a.slug}`);
    const cookie = headers.getSetCookie().find((one) => one.includes('session-token='))!;
    expect(cookie).toMatch(/; Path=\/;/i);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=lax/i);
    expect(cookie).not.toMatch(/Domain=/i);
  }
  const signedIn = await call({
    path: `/sign-in?next=${encodeURIComponent('//elsewhere.example/x')}`,
    cookie: a.people.owner,
  });
  expect(new URL(signedIn.to ?? '/', 'http://here.invalid').host).toBe('here.invalid');
  for (const path of [
    `/api/auth/signin?callbackUrl=${elsewhere}`,
    `/api/auth/signout?callbackUrl=${elsewhere}`,
    `/api/auth/error?callbackUrl=${elsewhere}`,
  ])
    expect((await call({ path })).to ?? '', path).not.toMatch(/^https:\/\/elsewhere/);
});

test('what another site sends changes nothing', async () => {
  const archive = action('app/[tenant]/feeds/actions.ts#archive').id;
  const path = `/${a.slug}/feeds/${a.things.feed}`;
  const forged = await callAction(archive, path, a.people.owner, [a.slug, a.things.feed, form({})], {
    origin: elsewhere,
  });
  expect(forged.status).toBeGreaterThanOrEqual(400);
  // As a form that needs no script, too.
  const body = new FormData();
  body.set(`$ACTION_ID_${archive}`, '');
  const plain = await call({ method: 'POST', path, cookie: a.people.owner, headers: { origin: elsewhere }, body });
  expect(plain.to ?? '').not.toContain('/feeds');
  expect((await call({ path, cookie: a.people.owner })).status).toBe(200);

  const out = await call({
    method: 'POST',
    path: '/api/auth/signout',
    cookie: a.people.owner,
    headers: { origin: elsewhere, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'csrfToken=guessed',
  });
  expect(out.headers.getSetCookie().filter((one) => /session-token=;/.test(one))).toEqual([]);
  expect((await call({ path: `/${a.slug}`, cookie: a.people.owner })).status).toBe(200);
});

test('guessing ends after ten failures, of an account that is there and of one that is not, whatever the caller says of itself', async () => {
  const known = `viewer-${a.slug}@alpharetta.example`;
  const answers: string[] = [];
  for (const address of [known, `ghost-${a.slug}@nowhere.example`]) {
    for (let n = 0; n < 10; n++) {
      const wrong = await signIn({ email: address, password: `guess ${n}` }, { 'x-forwarded-for': `203.0.113.${n}` });
      expect(wrong.text).toContain(before(en.signIn.failed));
    }
    const last = await signIn({ email: address, password }, { 'x-forwarded-for': '203.0.113.77' });
    expect(last.text).toContain(before(en.errors.too_many_attempts));
    answers.push(last.text.match(/"message":"([^"]*)"/)?.[1] ?? '?');
  }
  expect(answers[0]).toBe(answers[1]);
  const [row] = await directoryQuery<{ spoofed: string }>(
    `select count(*) as spoofed from directory.sign_in_failures where key like 'address:203.0.113.%'`,
  );
  expect(Number(row!.spoofed), 'failures counted for an address that the caller made up').toBe(0);
});

test('a reset is mailed a few times, and says the same to an address without an account', async () => {
  const ask = (address: string) =>
    callAction(action('app/(public)/reset/actions.ts#mailReset').id, '/reset', undefined, [
      {},
      form({ email: address }),
    ]);
  const told: string[][] = [];
  for (const address of [`analyst-${a.slug}@alpharetta.example`, `phantom-${a.slug}@alpharetta.example`]) {
    const answers: string[] = [];
    for (let n = 0; n < 6; n++)
      answers.push(((await ask(address)).text.match(/"message":"([^"]*)"/)?.[1] ?? '?').replaceAll(address, '…'));
    told.push(answers);
  }
  expect(told[0]).toEqual(told[1]);
  expect(told[0]!.at(-1)).toContain(before(en.errors.too_many_requests));
  const [letters] = await directoryQuery<{ count: string }>('select count(*) from directory.letters where email = $1', [
    `analyst-${a.slug}@alpharetta.example`,
  ]);
  expect(Number(letters!.count)).toBeLessThanOrEqual(4);
});

test('bodies end where they are documented to end', async () => {
  const large = await call({
    method: 'POST',
    path: '/api/v1/feeds',
    headers: { authorization: `Bearer fw_${'x'.repeat(43)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'x'.repeat(1024 * 1024) }),
  });
  // Without a key nothing is read at all.
  expect([401, 413]).toContain(large.status);
  const long = await signIn({ email, password: 'x'.repeat(1.5 * 1024 * 1024) });
  expect(long.status).toBeGreaterThanOrEqual(400);
  expect((await signIn({ email, password: 'x'.repeat(100_000) })).text).toContain(before(en.signIn.failed));
  const upload = await call({
    method: 'POST',
    path: `/${a.slug}/feeds/${a.things.feed}/files`,
    cookie: a.people.owner,
    headers: { 'sec-fetch-site': 'same-origin', 'x-file-name': 'empty.csv' },
  });
  expect(upload.status).toBe(422);
});

test('what goes wrong is told without its insides, under the same guards', async () => {
  // The framework ends what is no address before anything of ours sees it.
  expect((await call({ path: '/%E0%A4%A' })).text.length).toBeLessThan(100);
  for (const path of [
    '/%00',
    '/no/such/page',
    '/api/no-such',
    '/_next/no-such',
    '/api/v1/nowhere',
    `/${'x'.repeat(3000)}`,
    '/..%2f..%2fetc/passwd',
    '/_next/image?url=https://elsewhere.example/x.png&w=64&q=75',
    '/sign-in?next=%E0%A4%A',
    '/sign-in/firm?domain=%00',
    '/sign-in/firm/start?domain=a%00b',
  ]) {
    const answer = await call({ path });
    expect(answer.status, path).toBeLessThan(500);
    expect(answer.text, path).not.toMatch(/at \w+ \(|node_modules|\/work\/|select .* from/);
    if (answer.status !== 400) expectGuarded(path, answer);
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS']) {
    if (method === 'TRACE') continue; // No client of ours can send it.
    const answer = await call({ method, path: `/${a.slug}/settings`, cookie: a.people.owner });
    expect(answer.headers.get('access-control-allow-origin'), method).toBeNull();
  }
  expect(
    (await call({ path: '/api/v1/me', headers: { origin: elsewhere } })).headers.get('access-control-allow-origin'),
  ).toBeNull();
});

test('exports come as files, and their cells are no formulas', async () => {
  for (const path of ['evidence', 'series']) {
    const { headers, status } = await call({
      path: `/${a.slug}/kpis/on-time-in-full/${path}`,
      cookie: a.people.viewer,
    });
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
  }
});

test('who is signed in, as anybody’s browser may ask, tells no token and no hash', async () => {
  const { text } = await call({ path: '/api/auth/session', cookie: a.people.owner });
  const token = a.people.owner.split('=')[1]!;
  expect(text).not.toContain(token);
  expect(text).not.toMatch(/hash|argon|secret/i);
});
