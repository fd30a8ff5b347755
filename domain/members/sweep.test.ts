import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { directoryQuery, useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { passwordChanged } from '@/emails/letters/password-changed';
import { deliverLetters } from '../mail/deliver-letters';
import { mailboxPath } from '../mail/mailbox-folder';
import { postLetter } from '../mail/post-letter';
import { countAsk } from './ask-limit';
import { createUser } from './create-user';
import { openSession } from './sessions';
import { sweepSignIns } from './sweep';
import { issueToken } from './tokens';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
afterEach(() => {
  vi.useRealTimers();
});
const dataDir = mkdtempSync(join(tmpdir(), 'fairway-sweep-'));
vi.stubEnv('FAIRWAY_DATA_DIR', dataDir);
afterAll(async () => {
  await db.drop();
  rmSync(dataDir, { recursive: true });
});

test('what is over goes in its time; what is open stays', async () => {
  const { id, email } = await createUser({ email: 'lin@example.com' });
  await openSession(id);
  await issueToken({ purpose: 'reset', email, minutes: 60 });
  await countAsk('reset', { account: email, address: null });
  const letter = () =>
    postLetter({ email, locale: 'en', letter: passwordChanged, props: { link: 'https://fairway.example/reset' } });
  await letter();
  await deliverLetters();
  await letter();
  const left = async () => {
    const [row] = await directoryQuery<Record<string, number>>(
      `select (select count(*) from directory.sessions) as sessions, (select count(*) from directory.tokens) as tokens,
         (select count(*) from directory.sign_in_failures) as counts, (select count(*) from directory.letters) as letters`,
    );
    return { ...row, copies: readdirSync(mailboxPath()).length };
  };
  const after = async (days: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * 86_400_000 });
    await sweepSignIns();
    return left();
  };
  expect(await after(0)).toEqual({ sessions: 1, tokens: 1, counts: 1, letters: 2, copies: 1 });
  expect(await after(2)).toEqual({ sessions: 1, tokens: 1, counts: 0, letters: 2, copies: 1 });
  expect(await after(6)).toEqual({ sessions: 1, tokens: 0, counts: 0, letters: 2, copies: 1 });
  expect(await after(23)).toEqual({ sessions: 0, tokens: 0, counts: 0, letters: 1, copies: 0 });
});
