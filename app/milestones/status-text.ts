import type { Reader } from '@/app/shell/reader';
import type { Milestone } from '@/domain/milestones/list-milestones';

/** Why a milestone stands as it does: by its trend, or while there is none by the straight way to its target. */
export function statusText(
  { t }: Pick<Reader, 't'>,
  { status, forecast }: Pick<Milestone, 'status' | 'forecast'>,
): string {
  if (!forecast && (status === 'on_track' || status === 'at_risk')) return t(`roadmap.statusText.${status}_straight`);
  return t(`roadmap.statusText.${status}`);
}
