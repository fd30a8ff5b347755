import { localDay } from '@/lib/day';
import { toMinor } from '@/lib/money';
import { columnOf, type DeriveContext, type RecordDeclaration, type RecordRow } from '@/records/record';
import type { Problem } from './problem';
import type { Values } from './read-row';

/** A row on its way into a record's table: its key, its content by column, the line it came from. */
export interface Incoming {
  record: string;
  sourceId: string;
  sourceUpdatedAt: Date | null;
  line: number;
  row: RecordRow;
  deleted?: boolean;
}

/** Why an assembled row still cannot become a record. */
export class RowProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export const deriveContext = (
  tenant: { zone: string; currency: string },
  convert: DeriveContext['convert'],
): DeriveContext => ({ tenantZone: tenant.zone, reportingCurrency: tenant.currency, convert, localDay });

/** Field values as columns of the record's table: money in minor units of the row's currency, instants as Dates. */
function columnsOf(r: RecordDeclaration, values: Values): RecordRow {
  const row: RecordRow = {};
  for (const [name, field] of Object.entries(r.fields)) {
    if (!(name in values)) continue;
    const value = values[name];
    if (value === null || value === undefined) row[columnOf(name, field)] = null;
    else if (field.kind === 'instant') row[name] = new Date(value as string);
    else if (field.kind === 'money') {
      const currency = values.currency as string | null | undefined;
      if (!currency) throw new RowProblemError({ code: 'empty', field: 'currency' });
      row[columnOf(name, field)] = money(String(value), currency, name);
    } else row[name] = value;
  }
  return row;
}

function money(value: string, currency: string, field: string): number {
  try {
    return toMinor(value, currency);
  } catch (error) {
    if (error instanceof RangeError) throw new RowProblemError({ code: 'number_too_large', field, value });
    throw error;
  }
}

/** What is wrong with a row by its record's own rules. An amount may be too large only once it is converted. */
function derived(r: RecordDeclaration, row: RecordRow, context: DeriveContext): Problem | undefined {
  try {
    return r.derive?.(row, context);
  } catch (error) {
    if (error instanceof RangeError) return { code: 'number_too_large', field: 'currency' };
    throw error;
  }
}

/** One row of a record from its field values. Throws RowProblemError. */
export function assembleRecord(r: RecordDeclaration, values: Values, line: number, context: DeriveContext): Incoming {
  const row = columnsOf(r, values);
  const identity = (r.identity ?? []).map((name) => values[name]);
  const sourceId =
    values.source_id ?? (identity.some((v) => v != null && v !== '') ? identity.map((v) => v ?? '').join('|') : null);
  if (sourceId === null || sourceId === '') throw new RowProblemError({ code: 'empty', field: 'source_id' });
  const problem = derived(r, row, context);
  if (problem) throw new RowProblemError(problem);
  const updated = values.source_updated_at as string | null | undefined;
  return {
    record: r.name,
    sourceId: String(sourceId),
    sourceUpdatedAt: updated ? new Date(updated) : null,
    line,
    row,
  };
}
