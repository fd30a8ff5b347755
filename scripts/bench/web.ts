import { type ChildProcess, spawn } from 'node:child_process';
import { directoryQuery } from '@/db/client';
import { openSession } from '@/domain/members/sessions';
import { env } from '@/lib/env';
import { startBuild } from '../launch/build';
import { freePort } from '../launch/trial-start.mjs';

export interface Web {
  url: string;
  stop(): Promise<void>;
}

/** The built web process on a free port. */
export async function startWeb(): Promise<Web> {
  await startBuild(env().FAIRWAY_DATA_DIR, new AbortController().signal);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child: ChildProcess = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-p', String(port), '-H', '127.0.0.1'],
    { stdio: 'ignore', env: { ...process.env, NODE_ENV: 'production', PORT: String(port), APP_URL: url } },
  );
  for (let i = 0; i < 200; i++) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A signed-in owner of a tenant, as the cookie that says so. */
export async function signedIn(tenantId: string): Promise<string> {
  const [user] = await directoryQuery<{ id: string }>(
    `insert into directory.users (email, locale, email_verified) values ($1, 'en', now()) returning id`,
    [`bench-${tenantId}@bench.example`],
  );
  await directoryQuery("insert into directory.memberships (tenant_id, user_id, role) values ($1, $2, 'owner')", [
    tenantId,
    user!.id,
  ]);
  return `authjs.session-token=${await openSession(user!.id)}`;
}
