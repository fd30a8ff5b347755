import type { Search } from './page-props';
import type { Reader } from './reader';

/** Where a table stands: the page's address without its parameters, and what these say. */
export interface TablePlace {
  path: string;
  search: Search;
  reader: Reader;
  /** Where several tables share a page: what this one's parameters begin with (`runs` makes `runs-sort`). */
  name?: string;
}

/** What the address says of a table under a name, and the parameter's name there. */
export function placeParam({ search, name }: TablePlace, what: 'sort' | 'hide'): { param: string; asked: string } {
  const param = name ? `${name}-${what}` : what;
  const value = search[param];
  return { param, asked: typeof value === 'string' ? value : '' };
}
