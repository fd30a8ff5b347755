import { directoryQuery } from '@/db/client';
import { currentSeal, seal, unseal } from '@/lib/seal';
import { type SealedColumn, sealedColumns } from './sealed-columns';

export interface RotatedColumn {
  /** table.column */
  column: string;
  /** Sealed anew now. */
  resealed: number;
  /** Sealed with the current key already. */
  current: number;
  /** No known key opens them. */
  unreadable: number;
}

const rowsAtOnce = 200;

/**
 * Seals everything that is kept sealed with the current key, a batch at a time. Restarted, it goes on with what is left; a
 * value that is changed meanwhile stays as it was changed.
 */
export async function rotateKeys(): Promise<RotatedColumn[]> {
  const rotated: RotatedColumn[] = [];
  for (const column of sealedColumns) rotated.push(await rotate(column));
  await directoryQuery(
    "insert into directory.platform_entries (admin, fact, detail) values ('operator', 'keys.rotated', $1)",
    [JSON.stringify(Object.fromEntries(rotated.map((r) => [r.column, r])))],
  );
  return rotated;
}

async function rotate({ table, column, key, purpose }: SealedColumn): Promise<RotatedColumn> {
  const name = `directory.${table}`;
  const begins = currentSeal();
  const [counted] = await directoryQuery<{ n: number }>(
    `select count(*)::int as n from ${name} where starts_with(${column}, $1)`,
    [begins],
  );
  const done: RotatedColumn = { column: `${table}.${column}`, resealed: 0, current: counted!.n, unreadable: 0 };
  for (let after = ''; ; ) {
    const rows = await directoryQuery<{ key: string; sealed: string }>(
      `select ${key}::text as key, ${column} as sealed from ${name}
       where ${column} is not null and not starts_with(${column}, $1) and ${key}::text > $2 order by 1 limit ${rowsAtOnce}`,
      [begins, after],
    );
    for (const row of rows) {
      const text = unseal(row.sealed, purpose(row.key));
      if (text === null) {
        done.unreadable++;
        continue;
      }
      const changed = await directoryQuery(
        `update ${name} set ${column} = $3 where ${key}::text = $1 and ${column} = $2 returning 1`,
        [row.key, row.sealed, seal(text, purpose(row.key))],
      );
      done.resealed += changed.length;
    }
    if (rows.length < rowsAtOnce) return done;
    after = rows.at(-1)!.key;
  }
}
