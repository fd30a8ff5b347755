import { providerPurpose } from '../identity/provider-purpose';
import { letterPurpose } from '../mail/post-letter';
import { authenticatorPurpose } from '../members/authenticator-purpose';

/** A column of a directory table that holds sealed text, and for what it was sealed in each row. */
export interface SealedColumn {
  table: string;
  column: string;
  /** The column that names the row. */
  key: string;
  purpose: (key: string) => string;
}

/** Every column that holds sealed text. `fairway keys rotate` seals them anew; a purpose in the code that is not here fails a test. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'letters', column: 'props', key: 'id', purpose: () => letterPurpose },
  { table: 'authenticators', column: 'secret', key: 'user_id', purpose: authenticatorPurpose },
  { table: 'identity_providers', column: 'client_secret', key: 'tenant_id', purpose: providerPurpose },
];
