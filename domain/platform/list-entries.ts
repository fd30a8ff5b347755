import { directoryQuery } from '@/db/client';
import { Refusal } from '../errors';
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

/** What platform admins did, newest first. `next` is the `before` of the next page. Refusal: `bad_cursor`. */
export async function listEntries(
  _platform: PlatformAccess,
  input: { admin?: string; fact?: string; tenant?: string; before?: string } = {},
): Promise<{ rows: PlatformEntry[]; next: string | null }> {
  const { before } = input;
  if (before !== undefined && !/^\d{1,15}$/.test(before)) throw new Refusal('bad_cursor', 422, {}, 'cursor');
  const wish = (text?: string): string | null => text?.trim().toLowerCase().slice(0, 100) || null;
  const rows = await directoryQuery<PlatformEntry>(
    `select id, admin, fact, detail, address, at from directory.platform_entries
     where ($1::text is null or strpos(admin, $1) > 0) and ($2::text is null or strpos(fact, $2) > 0)
       and ($3::text is null or detail ->> 'tenant' = $3) and ($4::bigint is null or id < $4)
     order by id desc limit ${perPage + 1}`,
    [wish(input.admin), wish(input.fact), wish(input.tenant), before ?? null],
  );
  const page = rows.slice(0, perPage);
  return { rows: page, next: rows.length > perPage ? String(page.at(-1)!.id) : null };
}
