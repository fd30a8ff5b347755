import type { Search } from '@/app/shell/page-props';
import type { EvidencePart } from '@/domain/measurements/read-evidence';
import type { KpiDeclaration, WindowId } from '@/kpis/kpi';
import { type Day, isDay } from '@/lib/day';

/** One value of the address; the first when it is given twice. What no database can hold was never in an address of ours. */
export const one = (search: Search, name: string): string | undefined => {
  const given = search[name];
  const value = Array.isArray(given) ? given[0] : given;
  return value?.includes('\0') ? undefined : value || undefined;
};

/** What an address asks of a KPI. What it does not offer is passed over, so that an old link still opens. */
export function askedOf(kpi: KpiDeclaration, search: Search) {
  const at = one(search, 'at');
  const window = one(search, 'window') as WindowId | undefined;
  const by = one(search, 'by');
  const part = one(search, 'part');
  const dim = one(search, 'dim');
  const day: Day | undefined = at && isDay(at) ? at : undefined;
  return {
    at: day,
    window: window && kpi.windows.includes(window) ? window : kpi.windows[0]!,
    by: by && kpi.dims.includes(by) ? by : kpi.dims[0],
    /** Every group of the breakdown, not the largest alone. */
    allGroups: one(search, 'groups') === 'all',
    part: (part === 'numerator' || part === 'excluded' ? part : 'denominator') as EvidencePart,
    dim: dim && kpi.dims.includes(dim) ? dim : undefined,
    key: dim && kpi.dims.includes(dim) ? one(search, 'key') : undefined,
    text: one(search, 'text'),
    sort: one(search, 'sort'),
    cursor: one(search, 'cursor'),
  };
}

export type Asked = ReturnType<typeof askedOf>;
