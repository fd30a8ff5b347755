import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { appendOnly } from '@/db/append-only';
import { database, directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { asKeeper } from '../as-keeper';
import { notFound, Refusal } from '../errors';
import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { tenantFolders } from './folders';
import { tenantTables } from './tenant-tables';
import {
  anyLeft,
  directoryTraces,
  fileTraces,
  mailCopies,
  namedBy,
  namedIn,
  type OnlyHere,
  onlyHere,
  rowTraces,
  type Traces,
} from './traces';

/** What there was of a firm when its erasure began, and what was found when it was looked for again at the end. */
export interface Proof {
  before: Traces;
  after: Traces;
}

const rowsAtOnce = 20_000;
const mostRounds = 30;

/**
 * Erases a firm whose time has come: its jobs, files, rows, then itself and the accounts of people who are nowhere else. What
 * is left is a line in directory.erasures with the counts of before and after. Cut short at any point it can be called
 * again, and goes on: the firm itself goes last, in one commit with the proof. Refusals: not_found, erasure_not_due.
 * @param forgetJobs takes the firm's orders out of the queues; answers how many
 */
export async function eraseTenant(access: Access, forgetJobs: () => Promise<number>): Promise<Proof> {
  const { id } = access.tenant;
  return alone(id, async (client) => {
    const before = await begin(id, async () => ({
      ...(await directoryTraces(id, await directoryQuery<OnlyHere>(onlyHere, [id]))),
      ...(await rowTraces(access)),
      ...(await fileTraces(access)),
      'queue.jobs': await forgetJobs(),
    }));
    // Whoever was in the middle of something when the firm's time came may leave rows behind: then there is another round.
    for (let round = 1; ; round++) {
      const jobs = await forgetJobs();
      await removeFiles(access);
      await removeRows(access);
      const left = { ...(await rowTraces(access)), ...(await fileTraces(access)), 'queue.jobs': jobs };
      if (!anyLeft(left)) return end(client, id, before, left);
      if (round > 1) await sleep(500);
      if (round === mostRounds) throw new Error('something of the firm comes back again and again');
    }
  });
}

/** Firms whose time has come. */
export async function dueErasures(): Promise<string[]> {
  const rows = await directoryQuery<{ id: string }>(
    "select id from directory.tenants where status = 'leaving' and status_bites_at <= $1",
    [now()],
  );
  return rows.map((row) => row.id);
}

/** One erasure of a firm at a time, in whatever process; the lock goes with its connection. */
async function alone<T>(id: string, act: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database().pool('fairway_directory').connect();
  let broken: Error | boolean = false;
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 10))', [id]);
    return await act(client);
  } catch (error) {
    broken = true; // its transaction and its lock go with it
    throw error;
  } finally {
    if (!broken)
      await client.query('select pg_advisory_unlock(hashtextextended($1, 10))', [id]).catch((error: Error) => {
        broken = error;
      });
    client.release(broken);
  }
}

/** Notes that the erasure begins and what there is; begun before, what there was then. */
async function begin(id: string, traces: () => Promise<Traces>): Promise<Traces> {
  const [tenant] = await directoryQuery<{ due: boolean; since: Date | null }>(
    `select status = 'leaving' and status_bites_at <= $2 as due, status_since as since from directory.tenants where id = $1`,
    [id, now()],
  );
  if (!tenant) throw notFound('tenant');
  if (!tenant.due) throw new Refusal('erasure_not_due', 409);
  await directoryQuery(
    'insert into directory.erasures (tenant_id, requested_at) values ($1, $2) on conflict (tenant_id) do nothing',
    [id, tenant.since ?? now()],
  );
  const [begun] = await directoryQuery<{ before: Traces | null }>(
    "select proof -> 'before' as before from directory.erasures where tenant_id = $1",
    [id],
  );
  if (begun?.before) return begun.before;
  const before = await traces();
  // What it was before it asked to leave (see request-erasure.ts) is needed no more.
  await directoryQuery('update directory.erasures set proof = $2 where tenant_id = $1', [
    id,
    JSON.stringify({ before }),
  ]);
  return before;
}

async function removeFiles(access: Access): Promise<void> {
  for (const { path } of tenantFolders(access.tenant.id)) await rm(path, { recursive: true, force: true });
  for (const path of await mailCopies(access)) await rm(path, { force: true });
}

/** A batch a transaction: a large firm holds up nobody, and what is deleted stays deleted. */
async function removeRows(access: Access): Promise<void> {
  const tables = await withTenant(access, tenantTables);
  for (const { name } of tables) {
    if (appendOnly.includes(name)) continue;
    for (;;) {
      const n = await withTenant(access, (work) =>
        work.execute(
          `delete from app."${name}" where tenant_id = $1
             and ctid = any(array(select ctid from app."${name}" where tenant_id = $1 limit ${rowsAtOnce}))`,
          [work.tenant.id],
        ),
      );
      if (n < rowsAtOnce) break;
    }
  }
  await asKeeper(access.tenant.id, 'erase_append_only');
}

/** The last commit: the firm, its people who are nowhere else, and the proof. */
async function end(client: pg.PoolClient, id: string, before: Traces, left: Traces): Promise<Proof> {
  const query = async <T extends object>(text: string, params: unknown[] = []) =>
    (await client.query<T & pg.QueryResultRow>(text, params)).rows as T[];
  await query('begin');
  await query('select from directory.tenants where id = $1 for update', [id]);
  const people = await query<OnlyHere>(`${onlyHere} for update of u`, [id]);
  for (const [table, where] of Object.entries(namedIn))
    await query(`delete from directory.${table} where ${where}`, namedBy(id, people));
  await query('delete from directory.users where id = any($1)', [people.map((person) => person.id)]);
  await query('delete from directory.tenants where id = $1', [id]);
  const after = { ...(await directoryTraces(id, people, query)), ...left };
  if (anyLeft(after)) throw new Error(`traces are left: ${JSON.stringify(after)}`);
  const proof = { before, after };
  await query('update directory.erasures set erased_at = $2, proof = $3 where tenant_id = $1', [
    id,
    now(),
    JSON.stringify(proof),
  ]);
  await query('commit');
  return proof;
}
