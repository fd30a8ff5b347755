import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  type PgColumnBuilderBase,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { formColumn, keyForm } from './key-form';
import { columnOf, type DerivedColumn, type FieldKind, type RecordDeclaration } from './record';

export const appSchema = pgSchema('app');

const columnOfKind: Record<FieldKind, () => PgColumnBuilderBase> = {
  text: () => text(),
  instant: () => timestamp({ withTimezone: true }),
  date: () => date(),
  country: () => text(),
  currency: () => text(),
  money: () => bigint({ mode: 'number' }),
  decimal: () => numeric(),
  integer: () => integer(),
  boolean: () => boolean(),
  choice: () => text(),
  hash: () => text(),
};
const columnOfDerived: Record<DerivedColumn, () => PgColumnBuilderBase> = {
  date: () => date(),
  bigint: () => bigint({ mode: 'number' }),
  numeric: () => numeric(),
  text: () => text(),
  boolean: () => boolean(),
};

/** The table of a record: common columns, its fields, its derived columns; keys and indexes lead with tenant_id. */
export function tableOf(r: RecordDeclaration) {
  const columns: Record<string, PgColumnBuilderBase> = {
    tenant_id: uuid().notNull(),
    feed_id: uuid().notNull(),
    source_id: text().notNull(),
    source_updated_at: timestamp({ withTimezone: true }),
    ingested_at: timestamp({ withTimezone: true }).notNull().default(sql`now()`),
    run_id: uuid(),
    line: integer(),
    raw: jsonb(),
  };
  for (const [name, field] of Object.entries(r.fields)) columns[columnOf(name, field)] = columnOfKind[field.kind]();
  if (r.at.length) columns.day = date();
  for (const [name, kind] of Object.entries(r.derived)) columns[name] = columnOfDerived[kind]();
  for (const [name, { kind }] of Object.entries(r.settled)) columns[name] = columnOfDerived[kind]();
  for (const name of r.spelt) columns[formColumn(name)] = text().generatedAlwaysAs(sql.raw(keyForm(`"${name}"`)));
  const key = r.key === 'feed' ? ['tenant_id', 'feed_id', 'source_id'] : ['tenant_id', 'source_id'];
  return appSchema.table(r.table, columns, (t) => {
    const at = (names: readonly string[]) => names.map((n) => t[n as keyof typeof t]) as never;
    const looks = [...(r.at.length ? [['day']] : []), ...r.indexes, ...r.spelt.map((name) => [formColumn(name)])];
    return [
      primaryKey({ name: `${r.table}_pkey`, columns: at(key) }),
      ...looks.map((names) => {
        const [first, ...rest] = at(['tenant_id', ...names]) as never[];
        return index(`${r.table}_${names.join('_')}_idx`).on(first as never, ...rest);
      }),
    ];
  });
}
