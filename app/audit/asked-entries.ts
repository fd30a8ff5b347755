import { one } from '@/app/reading/asked';
import type { Search } from '@/app/shell/page-props';
import type { EntryFilter } from '@/domain/audit/list-entries';
import { isDay } from '@/lib/day';

/** What an address asks of the audit log. What makes no sense is passed over, so that an old link still opens. */
export function askedEntries(search: Search): EntryFilter {
  const day = (name: string) => {
    const value = one(search, name);
    return value && isDay(value) ? value : undefined;
  };
  const [from, to] = [day('from'), day('to')];
  return {
    actor: one(search, 'actor')?.slice(0, 200),
    fact: one(search, 'fact')?.slice(0, 100),
    from,
    to: from && to && to < from ? undefined : to,
    text: one(search, 'text')?.slice(0, 200),
  };
}
