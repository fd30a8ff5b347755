import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOfProcess } from '../../lib/running-process.js';
import { freePort, startTrial, trialDataDir } from './trial-start.mjs';

const read = (name) => readFileSync(join(trialDataDir, name), 'utf8');

/** The process ids of everything that may be killed. */
function processes() {
  const { children } = JSON.parse(read('launcher.json'));
  const child = (name) => children.find((one) => one.name === name).pid;
  const { cluster } = JSON.parse(read('postgres.json'));
  const database = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return { launcher: JSON.parse(read('launcher.lock')).pid, web: child('web'), worker: child('worker'), database };
}

/** Asks the database, as its owner. @param {string} sql */
async function ask(sql) {
  const { default: pg } = await import('pg');
  const { port, password } = JSON.parse(read('postgres.json'));
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'fairway_owner', password, database: 'fairway' });
  client.on('error', () => {});
  await client.connect();
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** @param {string} what @param {() => unknown} condition may throw while things are being started */
async function eventually(what, condition) {
  for (let tries = 0; tries < 400; tries++) {
    try {
      if (await condition()) return;
    } catch {
      // not yet
    }
    await sleep(250);
  }
  assert.fail(`${what} did not happen within 100 seconds`);
}

const ready = async (url) => (await fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(10_000) })).ok;
const living = (pids) => pids.filter((pid) => startOfProcess(pid) !== null);

/** Kills parts of a running Fairway with -9 and sees it come back. Each case counts as a test. */
export async function runRecovery() {
  const port = await freePort();
  let fairway = startTrial(port);
  const cases = {
    'a second start on the data folder is refused in a sentence': async () => {
      assert.ok(await fairway.ready());
      const second = startTrial(await freePort());
      assert.equal((await second.ended).code, 1);
      assert.match(second.output(), /already runs from .* stop that one first/);
      await ask('create table if not exists public.survivors as select generate_series(1, 5000) as n');
    },
    ...Object.fromEntries(
      ['web', 'worker', 'database'].map((part) => [
        `${part} comes back after kill -9`,
        async () => {
          const before = processes();
          process.kill(before[part], 'SIGKILL');
          await eventually(
            `a new ${part}`,
            () => living([processes()[part]]).length === 1 && processes()[part] !== before[part],
          );
          await eventually('being ready', () => ready(fairway.url));
        },
      ]),
    ),
    'the next start takes over after a kill -9 of the launcher': async () => {
      const before = processes();
      process.kill(before.launcher, 'SIGKILL');
      await fairway.ended;
      fairway = startTrial(port);
      assert.ok(await fairway.ready());
      assert.deepEqual(living([before.launcher, before.web, before.worker]), []);
      assert.equal(processes().database, before.database, 'the database is adopted');
    },
    'the next start recovers after a kill -9 of everything, with nothing lost': async () => {
      for (const pid of Object.values(processes())) process.kill(pid, 'SIGKILL');
      await fairway.ended;
      fairway = startTrial(port);
      assert.ok(await fairway.ready());
      assert.equal(await ask('select count(*)::int from public.survivors'), 5000);
    },
    'stopping ends every process': async () => {
      const before = processes();
      assert.equal((await fairway.stop()).code, 0);
      assert.deepEqual(living(Object.values(before)), []);
    },
  };
  const counts = { passed: 0, failed: 0 };
  for (const [name, run] of Object.entries(cases)) {
    try {
      await run();
      counts.passed++;
      console.log(`✓ ${name}`);
    } catch (error) {
      counts.failed++;
      console.log(`✗ ${name}\n${error instanceof Error ? error.stack : error}`);
      break; // each case begins where the one before has ended
    }
  }
  await fairway.stop();
  return counts;
}
