import pg from 'pg';
import type { Database } from '@/db/client';

export interface BenchContext {
  db: Database;
  /** 1 is the published size. */
  scale: number;
  note(text: string): void;
}

/** A connection as the owner, for plain COPY and for filling tables without the pipeline that is measured. */
export async function asOwner<T>(db: Database, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Seconds that something took. */
export async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
};
