import type { Reader } from '@/app/shell/reader';
import type { Scores } from '@/domain/measurements/read-scores';
import type { Mechanism } from '@/kpis/kpi';

/** The scores that gates ask of a mechanism, as marks on its bar. */
export const gateMarks = (
  { f }: Reader,
  gates: Scores['gates'],
  mechanism: Mechanism,
): { at: number; label: string }[] =>
  [...gates.values()].flatMap(({ conditions }) =>
    conditions.flatMap((one) =>
      'mechanism' in one && one.mechanism === mechanism ? [{ at: one.score, label: f.number(one.score) }] : [],
    ),
  );
