import pg from 'pg';
import type { Database } from './client';

/** Has every transaction fail at its commit that changes this table, until the answer is called. */
export async function breakCommits(db: Pick<Database, 'ownerUrl'>, table: string): Promise<() => Promise<void>> {
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  await owner.query(`create or replace function public.broken_commit() returns trigger language plpgsql as
      $$ begin raise exception 'the commit is broken'; end $$;
    create constraint trigger broken_commit after insert or update on ${table} deferrable initially deferred
      for each row execute function public.broken_commit()`);
  return async () => {
    await owner.query(`drop trigger broken_commit on ${table}`);
    await owner.end();
  };
}
