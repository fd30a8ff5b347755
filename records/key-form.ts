/**
 * SQL: a key as it is however somebody wrote it: without case, spaces, punctuation, leading zeros, and with full-width characters
 * as plain ones. Two equal keys have equal forms; a key of such characters alone is its own form. The function is in db/migrations.
 */
export const keyForm = (key: string): string => `app.key_form(${key})`;

/**
 * The column that holds the form of a key that is sought by it. An index of the expression would not do: row-level security lets
 * nothing but plain comparisons of columns come before its own condition, and would have every row of the tenant read.
 */
export const formColumn = (name: string): string => `${name}_form`;

/** SQL: the forms (form) of some keys of the changed rows `c`, ready to be compared with columns. */
export const formsOfChanged = (...keys: string[]): string =>
  `(${keys.map((key) => `select ${keyForm(`c.${key}`)} as form from c`).join(' union ')} offset 0)`;

/**
 * SQL: days (day) of the order lines whose SKU has one of these forms (a SELECT of them). The tenant's different SKUs are few, and
 * are read one by one from their index: lines are many, and an index of their own forms would make every load slower.
 */
export const linesSpelt = (forms: string): string => `
  select l.day
  from (
    with recursive k(sku) as (
      (select l.sku from app.order_lines l where l.tenant_id = $1 order by l.sku limit 1)
      union all
      select (select l.sku from app.order_lines l where l.tenant_id = $1 and l.sku > k.sku order by l.sku limit 1)
      from k where k.sku is not null)
    select k.sku from k where ${keyForm('k.sku')} in (${forms})) k
  join app.order_lines l on l.tenant_id = $1 and l.sku = k.sku`;
