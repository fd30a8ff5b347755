import type { Reader } from '@/app/shell/reader';
import type { Scores } from '@/domain/measurements/read-scores';

/** Says how much of a score's change is due to other weights, so that nobody takes it for something that was measured. */
export function ChangeLine({
  reader,
  weights,
  changed,
}: {
  reader: Reader;
  weights: Scores['weights'];
  changed: Pick<Scores['index'], 'change' | 'changeByWeights'>;
}) {
  const { t, f } = reader;
  const { change, changeByWeights: points } = changed;
  if (change === null || points === 0 || weights.startsOn === null) return null;
  const day = f.day(weights.startsOn);
  return (
    <p className="mt-2 text-sm text-ink-2">
      {points === null
        ? t('weights.changedUntold', { day })
        : t('weights.changed', { day, points: f.signed(points, 1) })}
    </p>
  );
}
