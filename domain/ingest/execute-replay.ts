import { recordNamed } from '@/records/catalogue';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { assembleRecord, deriveContext, type Incoming, RowProblemError } from './assemble';
import { commitRecords } from './commit-page';
import { countsOf } from './execute-file';
import type { Problem } from './problem';
import { Rates } from './rates';
import { rowReader, storable, type Values } from './read-row';
import { settleRejects } from './rejects';
import { canonicalReader } from './run-source';
import { advanceRun, beginPage, type RunRow } from './run-state';
import { SalesLines } from './sales-lines';

const pageRows = 5_000;

interface OpenReject {
  id: number;
  line: number;
  raw: Record<string, string>;
}

/**
 * Reads the open rejects of an earlier run again, under the mapping of this one. Those that become records are settled;
 * the others keep their place with the reason of today. The cursor is the last reject's id.
 */
export async function executeReplay(access: Access, run: RunRow): Promise<void> {
  let cursor = run.cursor;
  for (;;) {
    const next = await withTenant(access, (work) => replayPage(work, run, cursor));
    if (next === null) return;
    cursor = next;
  }
}

async function replayPage(work: Work, run: RunRow, from: number): Promise<number | null> {
  await beginPage(work, run, from);
  const rejects = await work.query<OpenReject>(
    `select id, line, raw from app.rejects where tenant_id = $1 and run_id = $2 and status = 'open' and id > $3
     order by id limit $4`,
    [work.tenant.id, run.replay_of, from, pageRows],
  );
  if (!rejects.length) return null;
  const [origin] = await work.query<{ kind: string; rejected: number }>(
    'select kind, rejected from app.runs where tenant_id = $1 and id = $2',
    [work.tenant.id, run.replay_of],
  );
  const read = origin?.kind === 'records' ? canonicalAgain(run.mapping.target) : cellsAgain(run);
  const rows = rejects.map((reject) => ({ reject, ...read(reject.raw) }));
  const rates = new Rates(work.tenant.currency);
  await rates.load(
    work,
    rows.map((r) => r.values.currency).filter((c) => typeof c === 'string'),
  );
  const context = deriveContext(work.tenant, (minor, currency, day) => rates.convert(minor, currency, day));
  const isFlat = run.mapping.target === 'sales_lines';
  const good = rows.filter((r) => !r.problems.length);
  const there = isFlat
    ? await linesThere(
        work,
        run,
        good.map((r) => r.values),
      )
    : null;
  const flat = there ? new SalesLines(run.mapping, (content) => there.lines.get(content) ?? 0) : null;
  const incoming: Incoming[] = [];
  const done: number[] = [];
  const failed: { id: number; problem: Problem }[] = [];
  for (const { reject, values, problems } of rows) {
    try {
      if (problems.length) throw new RowProblemError(problems[0]!);
      const made = flat
        ? flat.add(values, reject.line, context).filter((i) => i.record !== 'order' || !there!.orders.has(i.sourceId))
        : [assembleRecord(recordNamed(run.mapping.target), values, reject.line, context)];
      incoming.push(...made);
      done.push(reject.id);
    } catch (error) {
      if (!(error instanceof RowProblemError)) throw error;
      failed.push({ id: reject.id, problem: error.problem });
    }
  }
  const merged = await commitRecords(work, incoming, { feedId: run.feed_id, runId: run.id, flat: isFlat });
  await settleRejects(work, done, 'replayed', run.id);
  await renewReasons(work, failed);
  const cursor = rejects.at(-1)!.id;
  const progress = 1 - 1 / (1 + cursor / Math.max(origin?.rejected ?? 1, 1));
  await advanceRun(work, run, from, {
    ...countsOf(merged, isFlat),
    read: rejects.length,
    rejected: failed.length,
    cursor,
    progress: rejects.length < pageRows ? 1 : progress,
  });
  return cursor;
}

function cellsAgain(run: RunRow): (raw: Record<string, string>) => { values: Values; problems: Problem[] } {
  const readers = new Map<string, ReturnType<typeof rowReader>>();
  return (raw) => {
    const header = Object.keys(raw);
    const id = header.join('\u001f');
    let reader = readers.get(id);
    if (!reader) {
      reader = rowReader(run.mapping, header);
      readers.set(id, reader);
    }
    if (reader.missing.length) return { values: {}, problems: reader.missing };
    return reader.read(Object.values(raw));
  };
}

function canonicalAgain(record: string): (raw: Record<string, string>) => { values: Values; problems: Problem[] } {
  const read = canonicalReader(record);
  return (raw) => {
    const object = Object.fromEntries(
      Object.entries(raw).map(([k, v]) => {
        if (!v.startsWith('{')) return [k, v];
        return [k, JSON.parse(v) as unknown];
      }),
    );
    return read(object);
  };
}

/**
 * Up to where equal lines of the very file that left these rows aside are counted already, and which orders the feed holds: replayed
 * rows count on after their file's own. What another file brought, corrected at its source perhaps, are the same lines.
 */
async function linesThere(work: Work, run: RunRow, values: readonly Values[]) {
  const orders = [...new Set(values.map((v) => String(v.order_number)))];
  const rows = await work.query<{ content: string; n: number }>(
    `with same_file as (
       select s.id from app.runs r join app.runs s on s.tenant_id = $1 and s.feed_id = r.feed_id
         and (s.id = r.id or s.source ->> 'sha256' = r.source ->> 'sha256')
       where r.tenant_id = $1 and r.id = $4),
     its_runs as (select id from same_file union
       select id from app.runs where tenant_id = $1 and replay_of in (select id from same_file))
     select regexp_replace(source_id, '\\|[0-9]+$', '') as content, max(substring(source_id from '[0-9]+$')::int) as n from (
       select source_id, run_id from app.order_lines where tenant_id = $1 and feed_id = $2 and order_id = any($3)
       union all select source_id, run_id from app.refunds where tenant_id = $1 and feed_id = $2 and order_id = any($3)) l
     where run_id in (select id from its_runs) group by 1`,
    [work.tenant.id, run.feed_id, orders, run.replay_of],
  );
  const known = await work.query<{ source_id: string }>(
    'select source_id from app.orders where tenant_id = $1 and feed_id = $2 and source_id = any($3)',
    [work.tenant.id, run.feed_id, orders],
  );
  return { lines: new Map(rows.map((r) => [r.content, r.n])), orders: new Set(known.map((r) => r.source_id)) };
}

async function renewReasons(work: Work, failed: readonly { id: number; problem: Problem }[]): Promise<void> {
  if (!failed.length) return;
  const rows = failed.map(({ id, problem: p }) => ({
    id,
    field: p.field ?? null,
    value: p.value === undefined ? null : storable(p.value),
    code: p.code,
    params: p.params ?? {},
  }));
  await work.query(
    `update app.rejects r set field = n.field, value = n.value, code = n.code, params = n.params
     from jsonb_to_recordset($2::jsonb) as n(id bigint, field text, value text, code text, params jsonb)
     where r.tenant_id = $1 and r.id = n.id`,
    [work.tenant.id, JSON.stringify(rows)],
  );
}
