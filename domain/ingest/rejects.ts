import { createHash } from 'node:crypto';
import type { Work } from '../work';
import type { Mapping } from './mapping';
import type { Problem } from './problem';
import { concealed, longestText, storable } from './read-row';
import type { SourceRow } from './run-source';
import { findTarget } from './targets';

/** A row kept aside, before it is stored. */
export interface Rejected {
  row: SourceRow;
  problem: Problem;
}

const rawHash = (row: SourceRow): string => createHash('md5').update(row.identity()).digest('base64url');

/** What a row may hold whole; a longer cell is a reason to refuse the row, and cut. */
const clip = (text: string): string => storable(text.length > longestText ? `${text.slice(0, longestText)}…` : text);

/** Columns that a mapping reads as personal data; a row kept aside holds only their hashes. */
export const personalColumns = (mapping: Mapping): ReadonlySet<string> =>
  new Set(
    Object.entries(findTarget(mapping.target)?.fields ?? {}).flatMap(([name, field]) =>
      field.kind === 'hash' && mapping.columns[name] ? [mapping.columns[name]] : [],
    ),
  );

/** Characters of JSON in one insert. */
const chunkLength = 4_000_000;

/** Stores rejected rows with their reason and all their cells, those of `personal` columns concealed. */
export async function storeRejects(
  work: Work,
  runId: string,
  feedId: string,
  rejected: readonly Rejected[],
  personal: ReadonlySet<string>,
): Promise<void> {
  let chunk: string[] = [];
  let length = 0;
  for (const { row, problem } of rejected) {
    const raw = Object.entries(row.raw()).map(([k, v]) => [storable(k), personal.has(k) ? concealed(v) : clip(v)]);
    const text = JSON.stringify(
      {
        line: row.line,
        field: problem.field ?? null,
        value: problem.value === undefined ? null : clip(problem.value),
        code: problem.code,
        params: problem.params ?? {},
        raw: Object.fromEntries(raw),
        raw_hash: rawHash(row),
      },
      (_key, value) => (typeof value === 'string' ? storable(value) : value),
    );
    chunk.push(text);
    length += text.length;
    if (length >= chunkLength) {
      await insertRejects(work, runId, feedId, chunk);
      chunk = [];
      length = 0;
    }
  }
  if (chunk.length) await insertRejects(work, runId, feedId, chunk);
}

async function insertRejects(work: Work, runId: string, feedId: string, rows: readonly string[]): Promise<void> {
  await work.query(
    `insert into app.rejects (tenant_id, run_id, feed_id, line, field, value, code, params, raw, raw_hash)
     select $1, $2, $3, r.line, r.field, r.value, r.code, r.params, r.raw, r.raw_hash
     from json_to_recordset($4::json) as r(line int, field text, value text, code text, params jsonb, raw json, raw_hash text)
     order by r.line`,
    [work.tenant.id, runId, feedId, `[${rows.join(',')}]`],
  );
}

/** Whether earlier runs of the feed left rows aside that a file may bring again. */
export async function hasOpenRejects(work: Work, feedId: string, runId: string): Promise<boolean> {
  const rows = await work.query(
    "select from app.rejects where tenant_id = $1 and feed_id = $2 and status = 'open' and run_id <> $3 limit 1",
    [work.tenant.id, feedId, runId],
  );
  return rows.length > 0;
}

/**
 * The open rejects, of earlier runs of the feed, that these rows of a file are again; one for each row, so that each counts once,
 * wherever it ends.
 */
export async function rejectsAgain(
  work: Work,
  feedId: string,
  runId: string,
  rows: readonly SourceRow[],
): Promise<number[]> {
  const times = new Map<string, number>();
  for (const row of rows) {
    const hash = rawHash(row);
    times.set(hash, (times.get(hash) ?? 0) + 1);
  }
  const open = await work.query<{ id: number; raw_hash: string }>(
    `select id, raw_hash from app.rejects
     where tenant_id = $1 and feed_id = $2 and status = 'open' and run_id <> $3 and raw_hash = any($4) order by id`,
    [work.tenant.id, feedId, runId, [...times.keys()]],
  );
  return open.flatMap(({ id, raw_hash }) => {
    const left = times.get(raw_hash)!;
    times.set(raw_hash, left - 1);
    return left > 0 ? [id] : [];
  });
}

/** Marks rejects as settled by a run. */
export async function settleRejects(
  work: Work,
  ids: readonly number[],
  status: 'replayed' | 'superseded',
  runId: string,
): Promise<void> {
  if (!ids.length) return;
  await work.query(
    "update app.rejects set status = $3, settled_by_run = $4 where tenant_id = $1 and id = any($2) and status = 'open'",
    [work.tenant.id, ids, status, runId],
  );
}
