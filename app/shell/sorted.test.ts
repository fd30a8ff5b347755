import { describe, expect, it } from 'vitest';
import type { Reader } from './reader';
import { type SortedColumn, sorted } from './sorted';

interface Feed {
  name: string;
  rejects: number | null;
}
const feeds: Feed[] = [
  { name: 'b 10', rejects: null },
  { name: 'a', rejects: 7 },
  { name: 'b 9', rejects: 0 },
];
const columns: SortedColumn<Feed>[] = [
  { key: 'name', head: 'Name', cell: (one) => one.name, by: (one) => one.name },
  { key: 'rejects', head: 'Kept aside', cell: (one) => one.rejects, by: (one) => one.rejects },
  { key: 'kind', head: 'Kind', cell: () => 'file' },
];
const reader = { locale: 'en', t: (key: string) => key } as unknown as Reader;
const order = (sort?: string | string[]) =>
  sorted(feeds, columns, { path: '/x', search: { sort, at: '1' }, reader }).rows.map((one) => one.name);

describe('sorted', () => {
  it('keeps the list as it is until the address asks', () => {
    expect(order()).toEqual(['b 10', 'a', 'b 9']);
    expect(order('kind')).toEqual(['b 10', 'a', 'b 9']);
    expect(order(['name', 'name'])).toEqual(['b 10', 'a', 'b 9']);
  });

  it('orders texts as people do, numbers as numbers, and what has no value last', () => {
    expect(order('name')).toEqual(['a', 'b 9', 'b 10']);
    expect(order('-name')).toEqual(['b 10', 'b 9', 'a']);
    expect(order('rejects')).toEqual(['b 9', 'a', 'b 10']);
    expect(order('-rejects')).toEqual(['a', 'b 9', 'b 10']);
  });

  it('keeps the orders of two tables of a page apart', () => {
    const place = { path: '/x', search: { sort: '-name', 'runs-sort': 'name' }, reader, name: 'runs' };
    const { rows, columns: heads } = sorted(feeds, columns, place);
    expect(rows.map((one) => one.name)).toEqual(['a', 'b 9', 'b 10']);
    expect(heads[0]!.sort!.href).toBe('/x?sort=-name&runs-sort=-name');
  });

  it('leads to the first page, and knows how a list usually is', () => {
    const place = { path: '/x', search: { 'runs-cursor': 'c', 'runs-page': '2', cursor: 'of another' }, reader };
    const [name] = sorted(feeds, columns, { ...place, name: 'runs', usual: 'name' }).columns;
    expect(name!.sort).toMatchObject({ href: '/x?cursor=of+another&runs-sort=-name', direction: 'ascending' });
  });

  it('leads on from the present order and keeps the rest of the address', () => {
    const [name, rejects, kind] = sorted(feeds, columns, {
      path: '/x',
      search: { sort: 'name', at: '1' },
      reader,
    }).columns;
    expect(name!.sort).toEqual({ href: '/x?at=1&sort=-name', direction: 'ascending', label: 'table.sortDown' });
    expect(rejects!.sort).toMatchObject({ href: '/x?at=1&sort=rejects', direction: null });
    expect(kind!.sort).toBeUndefined();
  });
});
