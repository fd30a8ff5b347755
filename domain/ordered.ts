import { Refusal } from './errors';

/** What a list can be ordered by: SQL that is never null, and its type. */
export interface Order {
  sql: string;
  type: keyof typeof types;
}

/** How a value stands in a cursor, and what such a text looks like. */
const types = {
  text: { write: (sql: string) => sql, looks: /^[^\0]*$/ },
  bigint: { write: (sql: string) => `(${sql})::text`, looks: /^-?\d{1,18}$/ },
  uuid: { write: (sql: string) => `(${sql})::text`, looks: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
  // To the microsecond: instants of JavaScript would lose rows of the same millisecond.
  timestamptz: {
    write: (sql: string) => `to_char((${sql}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
    looks: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/,
  },
} as const;

/** Parts of a statement. */
export interface Ordered {
  /** The condition of the rows after the cursor. */
  after: string;
  /** What stands behind `order by`. */
  by: string;
  /** The cursor that leads on from a row. */
  place: string;
}

/**
 * A list in one of its orders, a page at a time. `sort` names one (`-` before it: the other way round); what the list does not
 * offer leaves `usual`, so that an old link still opens. Equal ones stand in the order of `id`, so that no row comes twice or never.
 * Adds to `params`. Refusal: `bad_cursor`.
 */
export function ordered(
  orders: Readonly<Record<string, Order>>,
  id: Order,
  usual: string,
  { sort: asked = usual, cursor }: { sort?: string; cursor?: string },
  params: unknown[],
): Ordered {
  const name = (sort: string) => sort.replace(/^-/, '');
  const sort = Object.hasOwn(orders, name(asked)) ? asked : usual;
  const order = orders[name(sort)]!;
  const [direction, beyond] = sort.startsWith('-') ? ['desc', '<'] : ['asc', '>'];
  const written = ({ sql, type }: Order) => types[type].write(sql);
  let after = 'true';
  if (cursor !== undefined) {
    const end = cursor.lastIndexOf('~');
    const [value, key] = [cursor.slice(0, end), cursor.slice(end + 1)];
    if (end < 0 || !types[order.type].looks.test(value) || !types[id.type].looks.test(key))
      throw new Refusal('bad_cursor', 422, {}, 'cursor');
    const bound = (given: string, { type }: Order) => `$${params.push(given)}::${type}`;
    after = `(${order.sql}, ${id.sql}) ${beyond} (${bound(value, order)}, ${bound(key, id)})`;
  }
  return {
    after,
    by: `${order.sql} ${direction}, ${id.sql} ${direction}`,
    place: `${written(order)} || '~' || ${written(id)}`,
  };
}

/** A page of rows that were asked for with one more than `limit`, and the cursor of the next. */
export function pageOf<Row extends { place: string }>(
  rows: readonly Row[],
  limit: number,
): { data: Omit<Row, 'place'>[]; next: string | null } {
  const data = rows.slice(0, limit);
  return {
    data: data.map(({ place: _, ...row }) => row),
    next: rows.length > limit ? data.at(-1)!.place : null,
  };
}
