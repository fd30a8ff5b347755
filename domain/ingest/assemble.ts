import { localDay } from '@/lib/day';
import { toMinor } from '@/lib/money';
import { columnOf, type DeriveContext, type FieldKind, type RecordDeclaration, type RecordRow } from '@/records/record';
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

interface Column {
  name: string;
  column: string;
  kind: FieldKind;
}

/** Every row of a file asks for the columns of its record: worked out once. */
const columnsByRecord = new WeakMap<RecordDeclaration, readonly Column[]>();

function columnsFor(r: RecordDeclaration): readonly Column[] {
  let columns = columnsByRecord.get(r);
  if (!columns) {
    columns = Object.entries(r.fields).map(([name, field]) => ({
      name,
      column: columnOf(name, field),
      kind: field.kind,
    }));
    columnsByRecord.set(r, columns);
  }
  return columns;
}

/** Field values as columns of the record's table: money in minor units of the row's currency, instants as Dates. */
function columnsOf(r: RecordDeclaration, values: Values): RecordRow {
  const row: RecordRow = {};
  for (const { name, column, kind } of columnsFor(r)) {
    const value = values[name];
    if (value === undefined) continue;
    if (value === null) row[column] = null;
    else if (kind === 'instant') row[column] = new Date(value as string);
    else if (kind === 'money') {
      const currency = values.currency as string | null | undefined;
      if (!currency) throw new RowProblemError({ code: 'empty', field: 'currency' });
      row[column] = money(String(value), currency, name);
    } else row[column] = value;
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
