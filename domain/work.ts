import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { database } from '@/db/client';
import { now } from '@/lib/clock';
import { type Change, writeEntry } from './audit/write-entry';
import { isUnusable, Refusal, valueUnusable } from './errors';
import { isOpenWithin } from './limits/limited';
import { isOpenToVisitors, may, type Permission } from './permissions';
import { refusedRight } from './refused-right';
import { type Access, type Actor, can, type Limits, readOnlyBecause, type Tenant } from './tenants/access';

/** One transaction of one tenant. Nothing reaches a tenant's rows without it. */
export interface Work {
  readonly tenant: Tenant;
  readonly actor: Actor;
  /** To which channels and mechanisms the actor is limited. */
  readonly limits: Limits;
  /** The instant of this unit of work; the same for everything in it. */
  readonly now: Date;
  /** Runs SQL in this transaction. Tenant tables also name `tenant_id = $n` themselves: it is quicker and says what is meant. */
  query<T extends object = Record<string, unknown>>(text: string, params?: unknown[]): Promise<T[]>;
  /** Runs SQL and answers how many rows it touched. */
  execute(text: string, params?: unknown[]): Promise<number>;
  /** COPY of text-format lines into a temporary table (PostgreSQL refuses COPY into a table with row-level security). */
  copy(table: string, columns: readonly string[], lines: Iterable<string>): Promise<void>;
  /** Throws `forbidden` unless the actor's role has the permission, `limited` when it asks for the whole firm, `read_only` when nothing may be changed just now. */
  require(permission: Permission): void;
  /** Hands a job to the queue when, and only when, this transaction commits. */
  enqueue(job: string, payload: Record<string, string | number | boolean | null>): Promise<void>;
  /** Records a fact (past tense) in this transaction: who, from where and when are known; `change` is what was and what is. */
  audit(fact: string, detail?: Record<string, unknown>, change?: Change): Promise<void>;
}

function workOn(client: pg.PoolClient, access: Access, begun: Promise<unknown>): Work {
  const { tenant, actor, limits } = access;
  const at = now();
  const query: Work['query'] = async <T extends object>(text: string, params: unknown[] = []) =>
    (await client.query(text, params)).rows as T[];
  return {
    tenant,
    actor,
    limits,
    now: at,
    query,
    execute: async (text, params = []) => (await client.query(text, params)).rowCount ?? 0,
    async copy(table, columns, lines) {
      // Rows on their way cannot share the connection with what is sent ahead.
      await begun;
      const one = client as { pipeline: boolean };
      one.pipeline = false;
      try {
        const stream = client.query(copyFrom(`copy ${table} (${columns.map((c) => `"${c}"`).join(', ')}) from stdin`));
        await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 4 }), stream);
      } finally {
        one.pipeline = true;
      }
    },
    require(permission) {
      if (!may(actor.role, permission)) throw refusedRight(access, permission, 'forbidden');
      if (access.acting && !isOpenToVisitors(permission)) throw refusedRight(access, permission, 'not_on_a_visit');
      if (!isOpenWithin(access, permission)) throw refusedRight(access, permission, 'limited');
      if (!can(access, permission)) throw readOnly(access);
    },
    async enqueue(job, payload) {
      await client.query(
        "with row as (insert into app.outbox (tenant_id, job, payload) values ($1, $2, $3)) select pg_notify('fairway_outbox', '')",
        [tenant.id, job, JSON.stringify({ ...payload, tenantId: tenant.id })],
      );
    },
    audit: (fact, detail, change) => writeEntry(query, access, at, fact, detail, change),
  };
}

const readOnly = (access: Access): Refusal =>
  new Refusal(`read_only_${readOnlyBecause(access) ?? 'suspended'}`, 403, { tenant: access.tenant.name });

// PostgreSQL: a change in a read-only transaction.
const readOnlyState = '25006';

/**
 * Runs `verb` in one transaction in which only the tenant's rows exist. Commits when it returns, rolls back when it throws.
 * A visit that may only look, and a firm that is suspended or leaving, get a read-only transaction; jobs do not (whether one
 * may run at all is asked before it starts), nor what an owner may still do then.
 * @param access minted by domain/tenants/ways-in.ts from a membership, a key or a job read from the database just now
 * @param options.stillOpen this verb is open to an owner while nothing else can be changed
 * @param options.snapshot only reads, and all of it as of one instant
 * @param options.reads only reads: what would change something fails, and nobody waits for the end of the transaction
 */
export async function withTenant<T>(
  access: Access,
  verb: (work: Work) => Promise<T>,
  options: { stillOpen?: boolean; snapshot?: boolean; reads?: boolean } = {},
): Promise<T> {
  const because = access.actor.kind === 'job' ? null : readOnlyBecause(access);
  const held = because !== null && !(options.stillOpen && because !== 'acting');
  const mode = options.snapshot
    ? ' isolation level repeatable read read only'
    : held || options.reads
      ? ' read only'
      : '';
  const client = await database().pool('fairway_runtime').connect();
  let broken: Error | undefined;
  // A connection that dies while we hold it is reported by the query that meets it.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    // The id is a uuid checked by ways-in.ts, so it can stand in the text; one message begins and scopes. The first query is sent
    // right behind it: should it fail, that query finds no tenant and so no rows, and all of it fails here.
    const begun = client.query(`begin${mode}; set local app.tenant_id = '${access.tenant.id}'`);
    begun.catch(() => {});
    const result = await verb(workOn(client, access, begun));
    await begun;
    const ended = client.query('commit');
    if (options.reads) ended.catch(() => {});
    else await ended;
    return result;
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e;
    });
    if (held && (error as { code?: string }).code === readOnlyState) throw readOnly(access);
    // What a person or a program gave; in a job it is our own doing.
    if (access.actor.kind !== 'job' && isUnusable(error)) throw valueUnusable();
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
