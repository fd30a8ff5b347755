import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@/lib/embedded-postgres';
import { OperatorError } from './operator-error.mjs';
import { step } from './progress.mjs';

export type LauncherDatabase = {
  /** Connection string of the owner. */
  url: string;
  /** It is not the embedded one. */
  own: boolean;
  /** The listener is called when the database came back under another address. */
  onMoved(listener: () => unknown): void;
  stop(): Promise<void>;
};

/** The database that DATABASE_URL names, or else the embedded one, which is started again if it dies. */
export async function startDatabase(dataDir: string): Promise<LauncherDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await step('Reaching the database of DATABASE_URL', () => reach(given));
    return { url: given, own: true, onMoved() {}, async stop() {} };
  }
  const begin = () =>
    startEmbeddedPostgres({ dataDir, durable: true }).catch((error: Error) => {
      throw new OperatorError(error.message);
    });
  let server = await step('Starting the database', begin);
  process.env.DATABASE_URL = server.url;
  let stopping = false;
  let moved: () => unknown = () => {};

  const keepRunning = async (running: EmbeddedPostgres): Promise<void> => {
    await running.ended;
    if (stopping) return;
    console.log('! The database ended; starting it again.');
    await running.stop();
    server = await begin();
    console.log('✓ The database is back.');
    if (server.url !== process.env.DATABASE_URL) {
      process.env.DATABASE_URL = server.url;
      await moved();
    }
    return keepRunning(server);
  };
  keepRunning(server).catch((error: Error) => {
    console.error(`✗ The database cannot be started again. ${error.message}`);
    process.kill(process.pid, 'SIGTERM');
  });

  return {
    url: server.url,
    own: false,
    onMoved(listener) {
      moved = listener;
    },
    async stop() {
      stopping = true;
      if ((await server.stop()) === 'still in use')
        console.log('The database stays up: another command still uses it.');
    },
  };
}

async function reach(url: string): Promise<void> {
  let client: Client | undefined;
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version");
    if (Number(rows[0]!.version) < 150_000) throw new Error('it is older than PostgreSQL 15');
  } catch (error) {
    const why = (error as Error).message || (error as { code?: string }).code;
    throw new OperatorError(
      `The database of DATABASE_URL cannot be used: ${why}. Put DATABASE_URL right, or unset it to use the embedded database.`,
    );
  } finally {
    await client?.end().catch(() => {});
  }
}
