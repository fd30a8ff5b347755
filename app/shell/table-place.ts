import type { Search } from './page-props';
import type { Reader } from './reader';

/** Where a table stands: the page's address without its parameters, and what these say. */
export interface TablePlace<Speaker extends Pick<Reader, 'locale' | 't'> = Reader> {
  path: string;
  search: Search;
  reader: Speaker;
  /** Where several tables share a page: what this one's parameters begin with (`runs` makes `runs-sort`). */
  name?: string;
  /** How it is sorted when the address says nothing. */
  usual?: string;
  /** The id of its part of the page, to which its pages lead. */
  anchor?: string;
}

/** A place of a page of a firm or of the desk, for what needs no more than texts. */
export type AnyTablePlace = TablePlace<Pick<Reader, 'locale' | 't'>>;

/** What the address says of a table under a name, and the parameter's name there. */
export function placeParam(
  { search, name }: Pick<AnyTablePlace, 'search' | 'name'>,
  what: 'sort' | 'hide' | 'cursor' | 'page',
): { param: string; asked: string } {
  const param = name ? `${name}-${what}` : what;
  const value = search[param];
  return { param, asked: typeof value === 'string' && !value.includes('\0') ? value : '' };
}

/** What the address asks of a list that is sorted and paged where it is read. */
export function askedPage(place: Pick<AnyTablePlace, 'search' | 'name'>): { sort?: string; cursor?: string } {
  const [sort, cursor] = [placeParam(place, 'sort').asked, placeParam(place, 'cursor').asked];
  return { ...(sort && { sort }), ...(cursor && { cursor }) };
}

/** How the address arranges a table, for a form whose fields are other parameters. */
export function arrangementIn(place: Pick<AnyTablePlace, 'search' | 'name'>): Record<string, string> {
  const given = (['sort', 'hide'] as const).map((what) => placeParam(place, what));
  return Object.fromEntries(given.filter(({ asked }) => asked).map(({ param, asked }) => [param, asked]));
}
