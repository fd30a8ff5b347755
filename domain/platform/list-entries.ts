import { directoryQuery } from '@/db/client';
import { type Order, ordered, pageOf } from '../ordered';
import type { PlatformAccess } from './access';

/** Something that a platform admin did. */
export interface PlatformEntry {
  id: number;
  /** Address, or `operator`. */
  admin: string;
  fact: string;
  detail: Record<string, unknown>;
  address: string | null;
  at: Date;
}

const perPage = 50;

/** What the log can be ordered by. */
export const platformEntryOrders = { at: { sql: 'id', type: 'bigint' } } as const satisfies Record<string, Order>;

/** What platform admins did, newest first, or oldest first with the sort `at`. Refusal: `bad_cursor`. */
export async function listEntries(
  _platform: PlatformAccess,
  input: { admin?: string; fact?: string; tenant?: string; sort?: string; cursor?: string } = {},
): Promise<{ rows: PlatformEntry[]; next: string | null }> {
  const wish = (text?: string): string | null => text?.trim().toLowerCase().slice(0, 100) || null;
  const params: unknown[] = [wish(input.admin), wish(input.fact), wish(input.tenant)];
  const { after, by, place } = ordered(platformEntryOrders, platformEntryOrders.at, '-at', input, params);
  const rows = await directoryQuery<PlatformEntry & { place: string }>(
    `select id, admin, fact, detail, address, at, ${place} as place from directory.platform_entries
     where ($1::text is null or strpos(admin, $1) > 0) and ($2::text is null or strpos(fact, $2) > 0)
       and ($3::text is null or detail ->> 'tenant' = $3) and ${after} order by ${by} limit ${perPage + 1}`,
    params,
  );
  const { data, next } = pageOf(rows, perPage);
  return { rows: data, next };
}
