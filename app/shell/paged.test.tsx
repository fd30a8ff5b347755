import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Pagination } from '@/components/table/pagination';
import { paged } from './paged';
import type { Reader } from './reader';
import { askedPage } from './table-place';

const columns = ['name', 'state'].map((key) => ({ key, head: key, rowHead: key === 'name', cell: () => key }));
const reader = { locale: 'en', t: (key: string) => key } as unknown as Reader;
const page = (search: Record<string, string>, next: string | null, text?: string) => {
  const place = { path: '/x', search, reader, name: 'runs', anchor: 'runs', usual: '-name' };
  const found = paged(columns, place, { orders: ['name'], next, text });
  const footer = found.footer as ReactElement<Parameters<typeof Pagination>[0]> | null;
  return { ...found, ways: footer && [footer.props.previous?.href, footer.props.next?.href] };
};

describe('paged', () => {
  it('sorts by what the list offers alone', () => {
    const [name, state] = page({}, null).columns;
    expect(name!.sort).toMatchObject({ href: '/x?runs-sort=name', direction: 'descending' });
    expect(state!.sort).toBeUndefined();
  });

  it('leads to the next page and back to the first, and keeps the rest of the address', () => {
    expect(page({}, null).ways).toBeNull();
    expect(page({ sort: 'a', 'runs-sort': 'name' }, 'c1').ways).toEqual([
      undefined,
      '/x?sort=a&runs-sort=name&runs-cursor=c1#runs',
    ]);
    expect(page({ 'runs-cursor': 'c1' }, null).ways).toEqual(['/x#runs', undefined]);
    expect(page({}, null, '3 rows').ways).toEqual([undefined, undefined]);
  });

  it('what it asks of the list stands under its own name', () => {
    const search = { sort: 'a', 'runs-sort': '-b', 'runs-cursor': ['c', 'd'] };
    expect(askedPage({ search, name: 'runs' })).toEqual({ sort: '-b' });
    expect(askedPage({ search })).toEqual({ sort: 'a' });
    expect(askedPage({ search: { cursor: '\0' } })).toEqual({});
  });
});
