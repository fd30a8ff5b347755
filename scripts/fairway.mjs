// The operator's command line: brings up what it needs (environment, packages, database), then hands over to cli/main.ts.
import './launch/node-version.mjs';
import { spawn } from 'node:child_process';
import { fail } from './launch/start-once.mjs';

/** @param {string[]} args @returns {Promise<number>} */
function run(args) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/main.ts', ...args], { stdio: 'inherit' });
  // Ctrl-C reaches the command too; it ends by itself, and the database after it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

try {
  const { prepareEnvironment } = await import('./launch/environment.mjs');
  const { dataDir } = prepareEnvironment();
  const { ensureInstalled } = await import('./launch/install.mjs');
  await ensureInstalled();
  let database;
  if (!process.env.DATABASE_URL) {
    const { register } = await import('tsx/esm/api');
    register();
    const { startEmbeddedPostgres } = await import('../lib/embedded-postgres.ts');
    database = await startEmbeddedPostgres({ dataDir, durable: true });
    process.env.DATABASE_URL = database.url;
    // A running Fairway has seen to it; "db" commands are about just this.
    if (!database.adopted && process.argv[2] !== 'db') {
      const { migrate } = await import('../db/migrate.ts');
      await migrate(database.url, process.env.AUTH_SECRET);
    }
  }
  const code = await run(process.argv.slice(2));
  await database?.stop();
  process.exit(code);
} catch (error) {
  fail(error);
}
