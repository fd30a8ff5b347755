import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorFields, log } from '@/lib/log';

const LONGEST_PAUSE_MS = 3000;

/** Whether a connection failed for a reason that passes by itself: the server restarts, is full, or the network is away. */
function passes(error: { code?: string; message?: string }): boolean {
  if (/^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN|ENOTFOUND)/.test(error.code ?? '')) return true;
  if (['57P01', '57P02', '57P03', '53300'].includes(error.code ?? '')) return true;
  return /Connection terminated|timeout exceeded when trying to connect/.test(error.message ?? '');
}

type Callback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (release?: boolean | Error) => void,
) => void;

/**
 * A pool whose `connect` (and so `query`) waits while the database restarts, instead of failing. The queue's library retries
 * failed connections without a pause and gives up for good on some; with this it only ever sees a slow one.
 */
export class PatientPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    const client = this.#connectInTheEnd();
    if (!callback) return client;
    client.then(
      (open) => callback(undefined, open, (release) => open.release(release)),
      (error: Error) => callback(error, undefined, () => {}),
    );
  }

  async #connectInTheEnd(): Promise<pg.PoolClient> {
    for (let pause = 100; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await super.connect();
      } catch (error) {
        if (this.ending || !passes(error as Error)) throw error;
        if (pause === 100) log('warn', 'database.away', errorFields(error));
        await sleep(pause);
      }
    }
  }
}
