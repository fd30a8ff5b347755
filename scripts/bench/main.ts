import { useDatabase as bringDatabase, openDatabase } from '@/db/client';
import { migrate } from '@/db/migrate';
import { startEmbeddedPostgres } from '@/lib/embedded-postgres';
import { env } from '@/lib/env';
import { benchGate } from './gate';
import { benchIngest } from './ingest';
import { benchPages } from './pages';
import { benchRecompute } from './recompute';
import { benchSignIns } from './sign-ins';
import { benchWeight } from './weight';

/** One line of the table: a figure of this run and what it aims at. */
export interface BenchRow {
  what: string;
  figure: string;
  aim: string;
  met: boolean;
  /** What the figure was made of. */
  from: string;
}

const parts = {
  ingest: benchIngest,
  recompute: benchRecompute,
  pages: benchPages,
  weight: benchWeight,
  gate: benchGate,
  'sign-ins': benchSignIns,
} as const;

/** Runs all parts, or those named, and prints a table. `BENCH_SCALE=0.1` makes everything a tenth (then aims mean little). */
export async function bench(dataDir: string, names: readonly string[]): Promise<number> {
  const chosen = Object.entries(parts).filter(([name]) => !names.length || names.includes(name));
  if (!chosen.length) {
    console.error(`There is no such benchmark. There are: ${Object.keys(parts).join(', ')}.`);
    return 2;
  }
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true });
  process.env.DATABASE_URL = postgres.url;
  const rows: BenchRow[] = [];
  try {
    await migrate(postgres.url, env().AUTH_SECRET);
    const db = openDatabase(postgres.url, env().AUTH_SECRET);
    bringDatabase(db);
    const scale = Number(process.env.BENCH_SCALE ?? 1);
    for (const [name, run] of chosen) {
      console.log(`\n${name} …`);
      rows.push(...(await run({ db, scale, note: (text) => console.log(`  ${text}`) })));
    }
    await db.close();
  } finally {
    await postgres.stop();
  }
  print(rows);
  return 0;
}

function print(rows: readonly BenchRow[]): void {
  console.log('\n| benchmark | figure | aim | met | from |\n|---|---|---|---|---|');
  for (const r of rows) console.log(`| ${r.what} | ${r.figure} | ${r.aim} | ${r.met ? 'yes' : 'no'} | ${r.from} |`);
}
