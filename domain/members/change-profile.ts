import { directoryQuery } from '@/db/client';
import { Refusal } from '../errors';

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

/** Changes a person's own language (of pages and mails) and zone; a null zone means the tenant's. Refusal: `zone_unknown`. */
export async function changeProfile(
  userId: string,
  input: { locale?: 'zh-CN' | 'en'; zone?: string | null },
): Promise<void> {
  if (input.zone && !isZone(input.zone)) throw new Refusal('zone_unknown', 422, { value: input.zone }, 'zone');
  await directoryQuery(
    `update directory.users set locale = coalesce($2, locale), zone = case when $3 then $4 else zone end where id = $1`,
    [userId, input.locale ?? null, input.zone !== undefined, input.zone ?? null],
  );
}
