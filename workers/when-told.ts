import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { errorFields, log } from '@/lib/log';
import type { Repeating } from './every';

const afterErrorMs = 1000;

/**
 * Does something whenever a transaction says on `channel` that it left work, and every `ms` in case nobody heard it. One
 * round at a time; one that throws is logged as `<name>.error`. Holds one connection of the pool.
 */
export function whenTold(
  pool: pg.Pool,
  { name, channel, ms }: { name: string; channel: string; ms: number },
  round: (stopping: AbortSignal) => Promise<void>,
): Repeating {
  const stopping = new AbortController();
  let wake: () => void = () => {};
  let listener: pg.PoolClient | null = null;

  const listen = async () => {
    if (listener) return;
    const client = await pool.connect();
    listener = client;
    client.on('notification', () => wake());
    client.on('error', () => {
      if (listener !== client) return;
      listener = null;
      client.release(true);
    });
    await client.query(`listen ${channel}`);
  };

  const loop = async () => {
    while (!stopping.signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      try {
        await listen();
        await round(stopping.signal);
      } catch (error) {
        if (stopping.signal.aborted) break;
        log('warn', `${name}.error`, errorFields(error));
        await sleep(afterErrorMs);
      }
      const pause = new AbortController();
      await Promise.race([woken, sleep(ms, undefined, { signal: pause.signal }).catch(() => {})]);
      pause.abort();
    }
  };
  const running = loop();

  return {
    async stop() {
      stopping.abort();
      wake();
      await running;
      const last = listener;
      listener = null;
      last?.release(true);
    },
  };
}
