import { beforeAll, expect, test } from 'vitest';
import { GET as health } from '@/app/api/health/route';
import { GET as ready } from '@/app/api/ready/route';
import { directoryQuery, openDatabase, useDatabase } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { migrateQueue } from '@/workers/queue-schema';
import { workerSilence } from './readiness';

const db = ownDatabase();
beforeAll(async () => {
  await migrateQueue(db.ownerUrl);
});

const ask = async () => {
  const response = await ready();
  return { status: response.status, body: await response.json() };
};
const beat = (secondsAgo: number) =>
  directoryQuery(
    `insert into directory.heartbeats (process, at) values ('worker', now() - make_interval(secs => $1))
     on conflict (process) do update set at = excluded.at`,
    [secondsAgo],
  );

test('alive is alive, whatever else', async () => {
  expect(await (await health()).json()).toEqual({ status: 'ok' });
});

test('ready only with a worker that gave a sign within 30 seconds', async () => {
  const ok = { ok: true };
  const rest = { database: ok, migrations: ok, queue: ok };
  expect(await ask()).toMatchObject({
    status: 503,
    body: { status: 'not_ready', checks: { ...rest, worker: { ok: false } } },
  });
  expect(await workerSilence()).toEqual({ since: null });
  await beat(0);
  expect(await workerSilence()).toBeNull();
  expect(await ask()).toEqual({ status: 200, body: { status: 'ready', checks: { ...rest, worker: ok } } });
  await beat(31);
  expect(Date.now() - (await workerSilence())!.since!.getTime()).toBeGreaterThan(30_000);
  expect(await ask()).toMatchObject({ status: 503, body: { checks: { worker: { ok: false } } } });
});

test('without a database each part says so by name, and no address is told', async () => {
  const away = openDatabase('postgres://fairway_owner:secret@127.0.0.1:1/fairway', 'x'.repeat(40));
  useDatabase(away);
  const { status, body } = await ask();
  useDatabase(db);
  await away.close();
  expect(status).toBe(503);
  for (const name of ['database', 'migrations', 'queue', 'worker'])
    expect([name, body.checks[name]]).toEqual([name, { ok: false, detail: 'ECONNREFUSED' }]);
});
