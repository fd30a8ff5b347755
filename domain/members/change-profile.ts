import { directoryQuery } from '@/db/client';
import { isZone } from '@/lib/zone';
import { checkedName } from '../checked-name';
import { Refusal } from '../errors';

/**
 * Changes a person's own name, language (of pages and mails) and zone; a null zone means the tenant's.
 * Refusals: `zone_unknown`, those of checkedName.
 */
export async function changeProfile(
  userId: string,
  input: { name?: string; locale?: 'zh-CN' | 'en'; zone?: string | null },
): Promise<void> {
  if (input.zone && !isZone(input.zone))
    throw new Refusal('zone_unknown', 422, { value: input.zone.slice(0, 80) }, 'zone');
  const name = input.name === undefined ? null : checkedName(input.name);
  await directoryQuery(
    `update directory.users set locale = coalesce($2, locale), zone = case when $3 then $4 else zone end,
       name = coalesce($5, name) where id = $1`,
    [userId, input.locale ?? null, input.zone !== undefined, input.zone ?? null, name],
  );
}
