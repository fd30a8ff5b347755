import type { Reader } from '@/app/shell/reader';
import type { WeighedLevel } from '@/domain/weights/weight-set';

/** What is weighed on a level, as a heading: the mechanisms, the groups of one, or the KPIs of a group. */
export function levelName(
  { t, word }: Reader,
  { mechanism, group }: Pick<WeighedLevel, 'mechanism' | 'group'>,
): string {
  if (!mechanism) return t('weightsPage.level.index');
  const name = t(`mechanism.${mechanism}`);
  return group
    ? t('weightsPage.level.group', { mechanism: name, group: word('group', group) })
    : t('weightsPage.level.mechanism', { mechanism: name });
}
