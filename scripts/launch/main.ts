import { join } from 'node:path';
import { migrate } from '@/db/migrate';
import type { DemoSignIn } from '@/db/seed/sign-ins';
import { parseEnvironment } from '@/lib/env';
import { startBuild } from './build';
import { startDatabase } from './database';
import { seed } from './demo';
import { OperatorError } from './operator-error.mjs';
import { choosePort } from './port.mjs';
import { step } from './progress.mjs';
import { waitUntilReady } from './ready';
import { Supervisor } from './supervisor';

/**
 * Everything from the database to the printed address; from then on keeps it running until it is told to stop. The
 * environment must be prepared and the port settled.
 */
export async function launch(options: { dataDir: string; dev: boolean }): Promise<void> {
  const supervisor = new Supervisor(options.dataDir);
  try {
    checkSettings();
    const database = await supervisor.watch(startDatabase(options.dataDir));
    await step('Bringing the database up to date', () => migrate(database.url, process.env.AUTH_SECRET!));
    // Beside the seeding, which leaves a processor free.
    const building = options.dev ? null : startBuild(options.dataDir, supervisor.stopping);
    const signIns = await step(database.own ? 'Loading exchange rates' : 'Seeding the demo', (note) =>
      seed(database, note),
    );
    if (building) await step('Building the pages', () => building);
    // Only now, as installing and building take a while in which another program may take a free port.
    await choosePort();
    supervisor.startWeb(options.dev);
    supervisor.startWorker(options.dev);
    await step('Starting web and worker', (note) => waitUntilReady(supervisor, note));
    welcome(options.dataDir, supervisor.address, signIns);
  } catch (error) {
    if (supervisor.stopping.aborted) return; // told to stop in the middle of it
    await supervisor.stop();
    throw error;
  }
}

/** A wrong setting is told before anything is started with it. */
function checkSettings(): void {
  try {
    parseEnvironment(process.env);
  } catch (error) {
    throw new OperatorError((error as Error).message);
  }
}

function welcome(dataDir: string, address: string, signIns: DemoSignIn[]): void {
  const width = (key: 'email' | 'password') => Math.max(...signIns.map((one) => one[key].length));
  console.log(`\nFairway is ready at ${address}`);
  if (signIns.length) console.log('\nSign in to the demo:');
  else console.log('\nFound a firm with: npm run fairway -- tenant create --name NAME --slug SLUG --owner EMAIL');
  for (const { email, password, title } of signIns) {
    console.log(`  ${email.padEnd(width('email'))}   ${password.padEnd(width('password'))}   ${title}`);
  }
  console.log(`\nLogs are in ${join(dataDir, 'logs')}. Ctrl-C stops everything.`);
}
