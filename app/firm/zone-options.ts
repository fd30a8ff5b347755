import type { SelectOption } from '@/components/form/select';

/** All time zones; `present`, if it goes by an older name, first. */
export function zoneOptions(present?: string): SelectOption[] {
  const zones = Intl.supportedValuesOf('timeZone');
  const all = present && !zones.includes(present) ? [present, ...zones] : zones;
  return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
