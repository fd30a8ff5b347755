import { directoryQuery } from '@/db/client';
import { sealedColumns } from './sealed-columns';

type Seal = (text: string, purpose: string) => string;

/** Rows for each sealed column whose text says `secret of <table>.<column>`; so many letters. */
export async function plant(seal: Seal, letters: number): Promise<void> {
  await directoryQuery(
    `insert into directory.letters (email, letter, locale, props)
     select 'a@example.com', 'x', 'en', 'to be sealed' from generate_series(1, $1)`,
    [letters],
  );
  await directoryQuery(
    `with person as (insert into directory.users (email) values ('sealed@example.com') returning id)
     insert into directory.authenticators (user_id, secret) select id, 'to be sealed' from person`,
  );
  await directoryQuery(
    `with firm as (insert into directory.tenants (slug, name) values ('sealed', 'Sealed') returning id)
     insert into directory.identity_providers (tenant_id, name, issuer, client_id, client_secret)
     select id, 'x', 'https://id.example', 'x', 'to be sealed' from firm`,
  );
  for (const { table, column, key, purpose } of sealedColumns)
    for (const row of await directoryQuery<{ key: string }>(`select ${key}::text as key from directory.${table}`))
      await directoryQuery(`update directory.${table} set ${column} = $2 where ${key}::text = $1`, [
        row.key,
        seal(`secret of ${table}.${column}`, purpose(row.key)),
      ]);
}
