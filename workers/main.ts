import { setTimeout as sleep } from 'node:timers/promises';
import { database, directoryQuery } from '@/db/client';
import { env } from '@/lib/env';
import { errorFields, log } from '@/lib/log';
import { outliveConnections } from './keep-alive';
import { type RunningWorker, startWorker } from './worker';

let worker: RunningWorker | undefined;
let stopping: Promise<void> | undefined;

async function stop(): Promise<void> {
  // Jobs that do not end in time are taken up again by the next worker from where they stand.
  setTimeout(() => process.exit(0), 9000).unref();
  await worker?.stop();
  await database().close();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    stopping ??= stop()
      .catch((error) => log('error', 'worker.stop', errorFields(error)))
      .finally(() => process.exit(0));
  });

process.on('unhandledRejection', (reason) => {
  log('error', 'worker.unhandled', errorFields(reason));
  process.exit(1); // the launcher starts it again, with nothing lost
});

/** Waits for a database that is there and migrated, however long that takes: this process cannot mend it. */
async function waitForDatabase(): Promise<void> {
  for (let pause = 250; !stopping; pause = Math.min(pause * 2, 5000)) {
    try {
      await directoryQuery('select 1 from directory.tenants limit 1');
      return;
    } catch (error) {
      log('warn', 'worker.waits', { for: 'database', ...errorFields(error) });
      await sleep(pause);
    }
  }
}

env(); // a wrong setting is said before anything is waited for
for (const role of ['fairway_runtime', 'fairway_directory'] as const) outliveConnections(database().pool(role));
await waitForDatabase();
if (!stopping) worker = await startWorker();
