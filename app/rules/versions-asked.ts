import { one } from '@/app/reading/asked';
import type { Search } from '@/app/shell/page-props';
import { versionIn } from './version-in';

interface Versions<Version> {
  data: Version[];
  next: number | null;
}

/** The page of versions that an address asks for, and the number of the newest of all, 0 for none: beside it a new one is given. */
export async function versionsAsked<Version extends { version: number }>(
  search: Search,
  list: (page: { before?: number; limit: number }) => Promise<Versions<Version>>,
): Promise<{ versions: Versions<Version>; newest: number }> {
  const before = versionIn(one(search, 'cursor'));
  const versions = await list({ before, limit: 20 });
  const { data: first } = before ? await list({ limit: 1 }) : versions;
  return { versions, newest: first[0]?.version ?? 0 };
}
