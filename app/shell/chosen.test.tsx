import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '@/components/table/column-choice';
import { chosen } from './chosen';
import type { Reader } from './reader';

const columns = ['name', 'state', 'kind'].map((key) => ({ key, head: key, rowHead: key === 'name', cell: () => key }));
const reader = { locale: 'en', t: (key: string) => key } as unknown as Reader;

function choice(search: Record<string, string>, name?: string) {
  const { columns: shown, tools } = chosen(columns, { path: '/x', search, reader, name });
  const { items, all } = (tools as ReactElement<Parameters<typeof ColumnChoice>[0]>).props;
  return { shown: shown.map((column) => column.key), hrefs: items.map((item) => item.href), all: all?.href };
}

describe('chosen', () => {
  it('shows every column until the address hides one, and never offers the one that names the row', () => {
    expect(choice({ at: '1' })).toEqual({
      shown: ['name', 'state', 'kind'],
      hrefs: ['/x?at=1&hide=state', '/x?at=1&hide=kind'],
      all: undefined,
    });
  });

  it('takes away what the address hides, and leads back', () => {
    expect(choice({ hide: 'kind', at: '1' })).toEqual({
      shown: ['name', 'state'],
      hrefs: ['/x?at=1&hide=kind.state', '/x?at=1'],
      all: '/x?at=1',
    });
  });

  it('passes over what is no column, or must stand', () => {
    expect(choice({ hide: 'name.nothing..' }).shown).toEqual(['name', 'state', 'kind']);
  });

  it('keeps the choices of two tables of a page apart', () => {
    expect(choice({ hide: 'kind', 'runs-hide': 'state' }, 'runs').shown).toEqual(['name', 'kind']);
  });
});
