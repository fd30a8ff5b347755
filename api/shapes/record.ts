import { z } from 'zod';
import { readableColumns, type StoredRecord } from '@/domain/records/read-records';
import { records } from '@/records/catalogue';
import { columnOf, type DerivedColumn, type FieldKind, type RecordDeclaration } from '@/records/record';
import { amountText, moneyJson } from './money';
import { DayText, Instant, Money } from './scalar';

/** A record in an address. */
export const RecordName = z.enum(records.map((r) => r.name));

/** How a column of the table is told: under which name, in which form, and for money in which currency. */
interface Told {
  column: string;
  name: string;
  schema: z.ZodType;
  /** `row`: the row's own currency; `tenant`: the reporting currency. */
  money?: 'row' | 'tenant';
}

const ofKind: Record<FieldKind, z.ZodType> = {
  text: z.string(),
  instant: Instant,
  date: DayText,
  country: z.string(),
  currency: z.string(),
  money: Money,
  decimal: z.string().describe('Exact decimal'),
  integer: z.int(),
  boolean: z.boolean(),
  choice: z.string(),
  hash: z.string().describe('Keyed hash'),
};
const ofDerived: Record<DerivedColumn, z.ZodType> = {
  date: DayText,
  bigint: z.int(),
  numeric: z.string().describe('Exact decimal'),
  text: z.string(),
  boolean: z.boolean(),
};

/** Every column of a record as the API tells it. */
export function toldColumns(r: RecordDeclaration): Told[] {
  const fields = Object.fromEntries(Object.entries(r.fields).map(([name, f]) => [columnOf(name, f), { name, f }]));
  return readableColumns(r).map((column): Told => {
    const field = fields[column];
    if (field) {
      const base = field.f.choices ? z.enum(field.f.choices as string[]) : ofKind[field.f.kind];
      const money = field.f.kind === 'money' ? ('row' as const) : undefined;
      return { column, name: field.name, schema: base.nullable(), money };
    }
    if (column === 'source_id') return { column, name: column, schema: z.string() };
    if (column === 'feed_id') return { column, name: column, schema: z.uuid() };
    if (column === 'run_id') return { column, name: column, schema: z.uuid().nullable() };
    if (column === 'day') return { column, name: column, schema: DayText.nullable() };
    if (column === 'ingested_at') return { column, name: column, schema: Instant };
    if (column === 'source_updated_at') return { column, name: column, schema: Instant.nullable() };
    if (column.endsWith('_minor'))
      return { column, name: column.slice(0, -'_minor'.length), schema: Money.nullable(), money: 'tenant' };
    return { column, name: column, schema: ofDerived[r.derived[column]!].nullable() };
  });
}

/** The form of one record's rows. */
export const schemaOfRecord = (r: RecordDeclaration): z.ZodType<Record<string, unknown>> =>
  z
    .strictObject(Object.fromEntries(toldColumns(r).map((t) => [t.name, t.schema])))
    .meta({ id: `record.${r.name}` }) as unknown as z.ZodType<Record<string, unknown>>;

const currencyOf = (told: Told, row: StoredRecord, reporting: string): string =>
  told.money === 'tenant' ? reporting : String(row.currency);

/** A row as JSON; `reporting` is the tenant's currency. */
export function recordJson(told: readonly Told[], row: StoredRecord, reporting: string): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const t of told) {
    const value = row[t.column] ?? null;
    if (value === null) out[t.name] = null;
    else if (t.money) out[t.name] = moneyJson(Number(value), currencyOf(t, row, reporting));
    else out[t.name] = value instanceof Date ? value.toISOString() : value;
  }
  return out;
}

/** A row as texts, one a column; money without its currency, which has a column of its own. */
export function recordCells(told: readonly Told[], row: StoredRecord, reporting: string): string[] {
  return told.map((t) => {
    const value = row[t.column] ?? null;
    if (value === null) return '';
    if (t.money) return amountText(Number(value), currencyOf(t, row, reporting));
    return value instanceof Date ? value.toISOString() : String(value);
  });
}
