import { contentColumns, type RecordDeclaration } from '@/records/record';
import type { Work } from '../work';
import type { Incoming } from './assemble';
import { copyText } from './copy-text';

export interface Merged {
  inserted: number;
  updated: number;
  unchanged: number;
  deleted: number;
}

export interface MergeContext {
  feedId: string;
  runId: string | null;
  /** No row can be there yet under any of the keys, and each key comes once: nothing needs comparing. */
  fresh?: boolean;
}

const quoted = (columns: readonly string[], prefix = ''): string => columns.map((c) => `${prefix}"${c}"`).join(', ');

/** The changed rows, new and old versions, as relation `c` with the columns of the record's table. $2 is the feed. */
const changedRows = (r: RecordDeclaration): string => {
  const columns = quoted(['source_id', ...contentColumns(r)]);
  return `with c as not materialized (select $2::uuid as feed_id, ${columns} from stage_${r.table}
                     union all select $2::uuid, ${columns} from before_${r.table})`;
};

/**
 * Merges rows of one record: COPY into a temporary table, compare with what is there, write what differs. A row that is
 * older than the one there by the source's own clock changes nothing. Marks the touched days in the same transaction.
 */
export async function mergeRecord(
  work: Work,
  r: RecordDeclaration,
  rows: readonly Incoming[],
  context: MergeContext,
): Promise<Merged> {
  const staged = context.fresh ? rows : newestOfEach(rows);
  const columns = givenColumns(r, staged);
  await prepareStage(work, r);
  await work.copy(
    `stage_${r.table}`,
    ['source_id', 'source_updated_at', 'line', 'deleted', ...columns],
    copyLines(staged, columns),
  );
  const key =
    r.key === 'feed'
      ? 't.tenant_id = $1 and t.feed_id = $2 and t.source_id = s.source_id'
      : 't.tenant_id = $1 and t.source_id = s.source_id';
  const args = [work.tenant.id, context.feedId];
  const merged: Merged = { inserted: 0, updated: 0, unchanged: rows.length - staged.length, deleted: 0 };
  if (!context.fresh) {
    const same = columns.length ? `(${quoted(columns, 't.')}) is not distinct from (${quoted(columns, 's.')})` : 'true';
    const unchanged = await work.execute(
      `delete from stage_${r.table} s using app.${r.table} t
       where ${key} and $2::uuid is not null and ((not s.deleted and ${same}) or s.source_updated_at < t.source_updated_at)`,
      args,
    );
    const differing = staged.length - unchanged;
    const all = ['source_id', ...contentColumns(r)];
    const there = differing
      ? await work.execute(
          `insert into before_${r.table} (${quoted(all)}) select ${quoted(all, 't.')}
           from app.${r.table} t join stage_${r.table} s on ${key} where $2::uuid is not null`,
          args,
        )
      : 0;
    let gone = 0;
    if (staged.some((i) => i.deleted)) {
      merged.deleted = await work.execute(
        `delete from app.${r.table} t using stage_${r.table} s where ${key} and $2::uuid is not null and s.deleted`,
        args,
      );
      gone = await work.execute(`delete from stage_${r.table} s where s.deleted`);
    }
    merged.unchanged += unchanged + (gone - merged.deleted);
    merged.updated = there - merged.deleted;
    merged.inserted = differing - there - (gone - merged.deleted);
  } else merged.inserted = staged.length;
  if (merged.inserted + merged.updated + merged.deleted === 0) return merged;
  if (merged.inserted + merged.updated > 0) await write(work, r, columns, context);
  await settle(work, r, args);
  await touch(work, r, args, context.runId);
  return merged;
}

/** Of rows with the same key the newest by the source's clock, the last of equal ones. */
function newestOfEach(rows: readonly Incoming[]): Incoming[] {
  const newest = new Map<string, Incoming>();
  for (const row of rows) {
    const known = newest.get(row.sourceId);
    if (known?.sourceUpdatedAt && row.sourceUpdatedAt && row.sourceUpdatedAt < known.sourceUpdatedAt) continue;
    newest.set(row.sourceId, row);
  }
  return [...newest.values()];
}

/** The columns that some row brings. Most come with the first row and need not be looked for in the others. */
function givenColumns(r: RecordDeclaration, rows: readonly Incoming[]): string[] {
  let missing = contentColumns(r);
  for (const { row, deleted } of rows) if (!deleted) missing = missing.filter((column) => !(column in row));
  return contentColumns(r).filter((column) => !missing.includes(column));
}

async function prepareStage(work: Work, r: RecordDeclaration): Promise<void> {
  const columns = quoted(['source_id', ...contentColumns(r)]);
  await work.query(`
    create temporary table if not exists stage_${r.table} on commit delete rows as
      select ${columns}, source_updated_at, line, false as deleted from app.${r.table} with no data;
    create temporary table if not exists before_${r.table} on commit delete rows as
      select ${columns} from app.${r.table} with no data;
    truncate stage_${r.table}, before_${r.table}`);
}

function* copyLines(rows: readonly Incoming[], columns: readonly string[]): Generator<string> {
  let chunk = '';
  for (const { sourceId, sourceUpdatedAt, line, row, deleted } of rows) {
    chunk += `${copyText(sourceId)}\t${copyText(sourceUpdatedAt)}\t${line}\t${deleted ? 't' : 'f'}`;
    for (const column of columns) chunk += `\t${copyText(row[column])}`;
    chunk += '\n';
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk) yield chunk;
}

/**
 * Writes the staged rows, with the columns that other records fill. A column that this file does not bring stays as it is in
 * a row that is there, and these are filled from that row then.
 */
async function write(
  work: Work,
  r: RecordDeclaration,
  columns: readonly string[],
  context: MergeContext,
): Promise<void> {
  const filled = Object.entries(r.settled);
  const kept = ['source_updated_at', 'run_id', 'line', 'ingested_at', ...columns];
  const there = contentColumns(r).map((c) => `${columns.includes(c) ? 'excluded' : 't'}."${c}"`);
  const onConflict = `on conflict (${r.key === 'feed' ? 'tenant_id, feed_id, source_id' : 'tenant_id, source_id'}) do update
    set feed_id = excluded.feed_id, ${[
      ...kept.map((c) => `"${c}" = excluded."${c}"`),
      ...filled.map(([c, { from }]) => `"${c}" = (select ${from} from (select ${there.join(', ')}) s)`),
    ].join(', ')}`;
  await work.query(
    `insert into app.${r.table} as t (tenant_id, feed_id, source_id, ${quoted([...kept, ...Object.keys(r.settled)])})
     select $1, $2, s.source_id, s.source_updated_at, $3, s.line, $4,
            ${[...columns.map((c) => `s."${c}"`), ...filled.map(([, { from }]) => from)].join(', ')}
     from stage_${r.table} s ${context.fresh ? '' : onConflict}`,
    [work.tenant.id, context.feedId, context.runId, work.now],
  );
}

async function settle(work: Work, r: RecordDeclaration, args: readonly unknown[]): Promise<void> {
  for (const statement of r.settle) {
    await work.query(`${changedRows(r)} ${statement}`, [...args]);
  }
}

/** Marks the days that the changed rows concern. An update, where a day is marked already: it waits for a recompute that has taken it. */
async function touch(work: Work, r: RecordDeclaration, args: readonly unknown[], runId: string | null): Promise<void> {
  if (!r.touches.length) return;
  const selects = r.touches.map((t) => `select '${t.record}' as record, x.day from (${t.days}) x(day)`).join(' union ');
  await work.query(
    `${changedRows(r)}
     insert into app.dirty_days (tenant_id, record, day, run_id)
     select distinct $1::uuid, d.record, d.day, $3::uuid from (${selects}) d where d.day is not null order by 2, 3
     on conflict (tenant_id, record, day) do update set marked_at = now(), run_id = excluded.run_id`,
    [...args, runId],
  );
}
