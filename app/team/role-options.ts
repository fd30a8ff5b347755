import type { SelectOption } from '@/components/form/select';
import { isAbove, type MemberRole, memberRoles } from '@/domain/permissions';
import { getTranslations } from '@/i18n/request';

/** The roles that somebody with the role `own` may hand out, each with what it opens; the least comes first. */
export async function roleOptions(own: MemberRole): Promise<SelectOption[]> {
  const t = await getTranslations();
  return memberRoles
    .filter((role) => !isAbove(role, own))
    .map((role) => ({ value: role, label: `${t(`role.${role}`)} – ${t(`roleText.${role}`)}` }))
    .reverse();
}
