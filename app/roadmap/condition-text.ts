import type { Reader } from '@/app/shell/reader';
import { findKpi } from '@/kpis/catalogue';
import type { CheckedCondition, Condition } from '@/roadmap/gate';
import { titleOfKpi, unitOfKpi } from '@/roadmap/kpis-to-come';

/** What a gate's condition is about, in the reader's words. */
export function conditionName({ t, say, word }: Reader, condition: Condition): string {
  if ('mechanism' in condition) return t('roadmapPage.scoreOf', { mechanism: t(`mechanism.${condition.mechanism}`) });
  const kpi = findKpi(condition.kpi);
  if (!kpi) return t('roadmapPage.noneYet', { kpi: say(titleOfKpi(condition.kpi)) });
  return 'companion' in condition
    ? t('roadmapPage.companion', { kpi: say(kpi.title), name: word('companion', condition.companion) })
    : say(kpi.title);
}

/** What it asks for. */
export function conditionAsks({ t, f }: Reader, condition: Condition): string {
  if ('mechanism' in condition)
    return t('roadmapPage.scoreAsks', { score: condition.score, coverage: condition.coverage });
  const unit = unitOfKpi(condition.kpi);
  const write = (value: number) =>
    unit === 'score'
      ? t('roadmapPage.ofHundred', { value })
      : unit === 'days'
        ? t('roadmapPage.days', { count: value })
        : unit
          ? f.full(value, unit)
          : f.number(value, 2);
  if ('atLeast' in condition) return t('roadmapPage.atLeast', { value: write(condition.atLeast) });
  if ('atMost' in condition) return t('roadmapPage.atMost', { value: write(condition.atMost) });
  if ('companion' in condition) return t('roadmapPage.above', { value: write(condition.above) });
  return t('roadmapPage.aboveLastYear');
}

/** Where it stands. */
export function conditionNow({ f }: Reader, { condition, value }: CheckedCondition): string {
  if (value === null) return '–';
  if ('mechanism' in condition) return f.number(value);
  return f.full(value, findKpi(condition.kpi)!.unit);
}

/** Whether what it lacks is not the value but that of last year, against which it is held. */
export const missesLastYear = ({ condition, state, value }: CheckedCondition): boolean =>
  'aboveLastYear' in condition && state === 'no_data' && value !== null;
