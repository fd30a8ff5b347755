import { directoryQuery } from '@/db/client';
import { createUser } from '@/domain/members/create-user';
import type { BenchContext } from './context';
import type { BenchRow } from './main';
import { benchTenant } from './tenant';
import { signedIn, startWeb } from './web';

const people = 8;
const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

/** Asks for a page over and over until `done`, and answers how long each took, ms. */
async function watch(url: string, cookie: string, done: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!done()) {
    const start = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    await answer.text();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    times.push(performance.now() - start);
  }
  return times;
}

/** Signs in over and over until `done`; answers how often. */
async function signInOver(web: string, email: string, password: string, done: () => boolean): Promise<number> {
  const begun = await fetch(`${web}/api/auth/csrf`);
  const { csrfToken } = (await begun.json()) as { csrfToken: string };
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  let count = 0;
  while (!done()) {
    const answer = await fetch(`${web}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, email, password }),
    });
    if (!answer.headers.getSetCookie().some((one) => one.includes('session-token=')))
      throw new Error(`a sign-in was refused: ${answer.status} ${answer.headers.get('location')}`);
    count++;
  }
  return count;
}

/** How many sign-ins a second, and what a page then takes against without them. */
export async function benchSignIns(context: BenchContext): Promise<BenchRow[]> {
  const { tenant } = await benchTenant('sign-ins');
  const password = 'bench-harbour-lantern-7';
  const emails = Array.from({ length: people }, (_, n) => `${n}-${tenant.slug}@bench.example`);
  for (const email of emails) await createUser({ email, password });
  await directoryQuery('update directory.users set email_verified = now() where email = any($1)', [emails]);
  const web = await startWeb();
  try {
    const page = `${web.url}/${tenant.slug}/settings`;
    const cookie = await signedIn(tenant.id);
    const lasting = (seconds: number) => {
      const end = performance.now() + seconds * 1000;
      return () => performance.now() > end;
    };
    await watch(page, cookie, lasting(5 * context.scale));
    const alone = p95(await watch(page, cookie, lasting(10 * context.scale)));
    const seconds = 15 * context.scale;
    const done = lasting(seconds);
    const [times, ...counts] = await Promise.all([
      watch(page, cookie, done),
      ...emails.map((email) => signInOver(web.url, email, password, done)),
    ]);
    const loaded = p95(times);
    const rate = counts.reduce((sum, count) => sum + count, 0) / seconds;
    const ratio = loaded / alone;
    return [
      {
        what: `p95 of a page while ${people} people sign in without pause, against nobody signing in`,
        figure: `${ratio.toFixed(1)}×, ${rate.toFixed(0)} sign-ins/s`,
        aim: 'the rest answers: ≤ 5×',
        met: ratio <= 5,
        from: `${loaded.toFixed(0)} ms against ${alone.toFixed(0)} ms; ${times.length} pages in ${seconds} s`,
      },
    ];
  } finally {
    await web.stop();
  }
}
