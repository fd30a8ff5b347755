import { randomUUID } from 'node:crypto';
import type pg from 'pg';

interface Column {
  table: string;
  name: string;
  type: string;
  /** The database fills it by itself. */
  filled: boolean;
}

interface Reference {
  table: string;
  parent: string;
  columns: string[];
  parentColumns: string[];
}

/** What the database says about the tables of schema app: their columns and what they refer to. */
export interface AppCatalogue {
  tables: string[];
  columns: Column[];
  references: Reference[];
}

/** Reads the catalogue, so that a new table is tested by being there. */
export async function readAppCatalogue(client: pg.ClientBase): Promise<AppCatalogue> {
  const { rows: columns } = await client.query<Column>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attidentity <> '' or a.attgenerated <> '' as filled
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'app' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum`,
  );
  const { rows: references } = await client.query<Reference>(
    `select c.relname as table, p.relname as parent,
       (select array_agg(a.attname::text order by k.n) from unnest(f.conkey) with ordinality k(num, n)
          join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.num) as columns,
       (select array_agg(a.attname::text order by k.n) from unnest(f.confkey) with ordinality k(num, n)
          join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.num) as "parentColumns"
     from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class p on p.oid = f.confrelid
     join pg_namespace n on n.oid = c.relnamespace where f.contype = 'f' and n.nspname = 'app'`,
  );
  const waiting = new Set(columns.map((c) => c.table));
  const tables: string[] = [];
  // Parents before children.
  while (waiting.size) {
    const ready = [...waiting].filter((t) => references.every((r) => r.table !== t || !waiting.has(r.parent)));
    if (!ready.length) throw new Error(`tables refer to one another in a circle: ${[...waiting].join(', ')}`);
    for (const table of ready) {
      tables.push(table);
      waiting.delete(table);
    }
  }
  return { tables, columns, references };
}

function valueFor(type: string, n: number, word: string): unknown {
  if (type === 'uuid') return randomUUID();
  if (type === 'json' || type === 'jsonb') return '{}';
  if (type === 'boolean') return true;
  if (type === 'date') return '2026-03-01';
  if (type.startsWith('timestamp')) return '2026-03-01T08:00:00Z';
  if (/^(integer|bigint|numeric|double precision|smallint)/.test(type)) return n;
  if (type === 'text') return `${word} ${n}`;
  throw new Error(`no value known for the type ${type}`);
}

export type Row = Record<string, unknown>;

/** One row for each table, which fit together by their foreign keys; texts hold `word`. */
export function makeRows(catalogue: AppCatalogue, tenantId: string, word = 'text'): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const [n, table] of catalogue.tables.entries()) {
    const row: Row = {};
    for (const c of catalogue.columns)
      if (c.table === table && !c.filled)
        row[c.name] = c.name === 'tenant_id' ? tenantId : valueFor(c.type, n + 1, word);
    for (const r of catalogue.references)
      if (r.table === table)
        for (const [i, c] of r.columns.entries()) row[c] = rows.get(r.parent)![r.parentColumns[i]!];
    rows.set(table, row);
  }
  return rows;
}

/** An INSERT of a row, with its parameters. */
export function insertOf(table: string, row: Row): [string, unknown[]] {
  const names = Object.keys(row);
  const places = names.map((_, n) => `$${n + 1}`);
  return [
    `insert into app."${table}" (${names.map((c) => `"${c}"`).join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  ];
}
