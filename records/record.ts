/** The contract of a record: one of the canonical nouns of trade that every connector maps to and every KPI reads. */

export interface Title {
  en: string;
  zh: string;
}

/**
 * text, instant (UTC), country (ISO 3166-1 alpha-2), currency (ISO 4217), money (integer minor units of the row's
 * `currency`), decimal (exact), integer, boolean, choice (closed list), key (reference by source id), hash (personal data
 * that is stored only as a keyed hash).
 */
export type FieldKind =
  | 'text'
  | 'instant'
  | 'date'
  | 'country'
  | 'currency'
  | 'money'
  | 'decimal'
  | 'integer'
  | 'boolean'
  | 'choice'
  | 'hash';

export interface Field {
  kind: FieldKind;
  title: Title;
  required?: boolean;
  choices?: readonly string[];
  /** A text for people: may be long, is no key and no dimension. */
  prose?: boolean;
  /** Header names under which files carry this field; compared without case, spaces and punctuation. */
  synonyms?: readonly string[];
}

/** Columns that no source sends: computed from the fields when a row comes in. */
export type DerivedColumn = 'date' | 'bigint' | 'numeric' | 'text' | 'boolean';

/**
 * When rows of this record change, which days of which record must be computed again. `days` selects (day) from the
 * changed rows `c`, a relation with the columns of the record's table, before and after the change; $1 is the tenant.
 */
export interface Touch {
  /** The record whose days become dirty; KPIs follow records. */
  record: string;
  days: string;
}

export interface RecordDeclaration {
  name: string;
  table: string;
  title: Title;
  /** `feed`: source ids are unique in a feed. `tenant`: the id is the firm's own and unique across its feeds. */
  key: 'feed' | 'tenant';
  /** Fields that make up the source id when the source gives none of its own. */
  identity?: readonly string[];
  /**
   * Which rows belong to some channels, for readers who are limited to these: a condition on a row `r`; $1 is the tenant,
   * `$channels` an array of channels' ids. A row that cannot be attributed belongs to none. See records/of-channels.ts.
   */
  channels: string;
  fields: Readonly<Record<string, Field>>;
  /** The instants that place a row in a day, the first that is known wins. Empty: the record is not placed in time. */
  at: readonly string[];
  derived: Readonly<Record<string, DerivedColumn>>;
  /** Fills derived columns of a mapped row (mutates). Money is already in minor units, instants are Dates. */
  derive?(row: RecordRow, context: DeriveContext): DeriveProblem | undefined;
  touches: readonly Touch[];
  /**
   * Columns filled by SQL from other records when a row is written: `from` sees the row as `s` and $1 and $2, tenant and
   * feed. Whichever of the two records comes first must give the same row, so the other one has a `settle` for it.
   */
  settled: Readonly<Record<string, { kind: DerivedColumn; from: string }>>;
  /**
   * Statements that bring columns of other records up to what changed here. Each sees the changed rows as relation `c` and
   * $1, the tenant; it runs after the merge, before the touches.
   */
  settle: readonly string[];
  /** Look-ups beside the natural key and the day; each is led by tenant_id. */
  indexes: readonly (readonly string[])[];
  /** Keys by which rows are also sought however somebody wrote them, see keyForm in key-form.ts. */
  spelt: readonly string[];
}

export type RecordValue = string | number | boolean | Date | null | undefined;
export type RecordRow = Record<string, RecordValue>;
export interface DeriveProblem {
  code: string;
  field: string;
  /** What stands there. */
  value?: string;
  params?: Record<string, string>;
}

export interface DeriveContext {
  tenantZone: string;
  reportingCurrency: string;
  /** Minor units of `currency` → minor units of the reporting currency at the day's rate; null when no rate is known. */
  convert(
    minor: number,
    currency: string,
    day: string,
  ): { minor: number; rate: string; on: string; source: string } | null;
  localDay(instant: Date, zone: string): string;
}

/** Declares a record. */
export const record = <
  const D extends Omit<RecordDeclaration, 'derived' | 'indexes' | 'spelt' | 'touches' | 'settled' | 'settle'> &
    Partial<RecordDeclaration>,
>(
  declaration: D,
): RecordDeclaration => ({ derived: {}, settled: {}, settle: [], indexes: [], spelt: [], touches: [], ...declaration });

/** The database column of a field: money is kept in minor units and says so. */
export const columnOf = (name: string, field: Field): string => (field.kind === 'money' ? `${name}_minor` : name);

/** All columns of a record that carry content (not bookkeeping), in a fixed order. */
export const contentColumns = (r: RecordDeclaration): string[] => [
  ...Object.entries(r.fields).map(([name, field]) => columnOf(name, field)),
  ...(r.at.length ? ['day'] : []),
  ...Object.keys(r.derived),
];
