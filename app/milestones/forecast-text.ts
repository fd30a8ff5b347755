import type { Reader } from '@/app/shell/reader';
import type { Milestone } from '@/domain/milestones/list-milestones';

/** When the target will be met if the trend goes on, with its range, in words; of one that was met and is missed again, anew. */
export function forecastText({ t, f }: Reader, milestone: Milestone): string {
  if (milestone.reachedOn && milestone.status !== 'regressed')
    return t('milestone.reachedOn', { day: f.day(milestone.reachedOn) });
  const { forecast } = milestone;
  if (!forecast) {
    const { status } = milestone;
    if (status === 'on_track' || status === 'at_risk') return t(`roadmap.forecast.none_${status}`);
    return t('roadmap.forecast.none');
  }
  const { on, from, to } = forecast;
  if (on && from === on && to === on) return t('roadmap.forecast.now');
  if (!on && !from && !to) return t('roadmap.forecast.never');
  if (from && to) return t('roadmap.forecast.range', { from: f.day(from), to: f.day(to) });
  if (on) return t('roadmap.forecast.on', { on: f.day(on) });
  return from ? t('roadmap.forecast.from', { from: f.day(from) }) : t('roadmap.forecast.never');
}
