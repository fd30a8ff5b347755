import { one } from '@/app/reading/asked';
import type { Search } from '@/app/shell/page-props';

/** Which page of a list an address asks for; the first when that makes no sense. */
export const askedPage = (search: Search): number =>
  Math.min(1000, Math.max(1, Math.trunc(Number(one(search, 'page'))) || 1));
