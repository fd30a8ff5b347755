import { recordNamed } from '@/records/catalogue';
import type { DeriveContext } from '@/records/record';
import type { Work } from '../work';
import { assembleRecord, deriveContext, type Incoming, RowProblemError } from './assemble';
import type { Mapping } from './mapping';
import type { Problem } from './problem';
import { Rates } from './rates';
import type { Values } from './read-row';
import { SalesLines } from './sales-lines';

/** The records that a row makes, or why it makes none. */
export type Made = { made: Incoming[] } | { problem: Problem };

/** Makes records of rows as a run does. Rows of a flat file must be fed in file order, from the file's start. */
export function rowMaker(
  mapping: Mapping,
  context: DeriveContext,
): (values: Values, line: number, deleted?: boolean) => Made {
  const flat = mapping.target === 'sales_lines' ? new SalesLines(mapping) : null;
  return (values, line, deleted = false) => {
    try {
      if (flat) return { made: flat.add(values, line, context) };
      if (deleted) return { made: [removal(mapping.target, values, line)] };
      return { made: [assembleRecord(recordNamed(mapping.target), values, line, context)] };
    } catch (error) {
      if (error instanceof RowProblemError) return { problem: error.problem };
      throw error;
    }
  };
}

function removal(record: string, values: Values, line: number): Incoming {
  const r = recordNamed(record);
  const identity = (r.identity ?? []).map((name) => values[name] ?? '');
  const sourceId = String(values.source_id ?? identity.join('|'));
  return { record, sourceId, sourceUpdatedAt: null, line, row: {}, deleted: true };
}

/** Rows with what a run would hold against them beyond their cells: a record's own rules, a rate that is not there. Nothing is stored. */
export async function tried<Row extends { line: number; values: Values; problems: Problem[] }>(
  work: Work,
  mapping: Mapping,
  rows: readonly Row[],
): Promise<Row[]> {
  const rates = new Rates(work.tenant.currency);
  await rates.load(
    work,
    rows.map((row) => row.values.currency).filter((currency) => typeof currency === 'string'),
  );
  const make = rowMaker(
    mapping,
    deriveContext(work.tenant, (minor, currency, day) => rates.convert(minor, currency, day)),
  );
  return rows.map((row) => {
    if (row.problems.length > 0) return row;
    const outcome = make(row.values, row.line);
    return 'problem' in outcome ? { ...row, problems: [outcome.problem] } : row;
  });
}
