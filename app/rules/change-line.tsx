import type { Reader } from '@/app/shell/reader';
import type { Scores } from '@/domain/measurements/read-scores';

/** Says how much of a score's change is due to other weights or anchors, so that nobody takes it for something that was measured. */
export function ChangeLine({
  reader,
  weights,
  changed,
}: {
  reader: Reader;
  weights: Scores['weights'];
  changed: Pick<Scores['index'], 'change' | 'changeByWeights' | 'changeByAnchors'>;
}) {
  const { t, f } = reader;
  const { change, changeByWeights, changeByAnchors } = changed;
  if (change === null) return null;
  const parts: string[] = [];
  if (changeByWeights !== 0 && weights.startsOn !== null) {
    const day = f.day(weights.startsOn);
    parts.push(
      changeByWeights === null
        ? t('weights.changedUntold', { day })
        : t('weights.changed', { day, points: f.signed(changeByWeights, 1) }),
    );
  }
  if (changeByAnchors !== 0)
    parts.push(
      changeByAnchors === null
        ? t('anchors.changedUntold')
        : t('anchors.changed', { points: f.signed(changeByAnchors, 1) }),
    );
  if (!parts.length) return null;
  if (changeByWeights !== null && changeByAnchors !== null) parts.push(t('weights.rest'));
  return <p className="mt-2 text-sm text-ink-2">{parts.join(reader.locale === 'en' ? ' ' : '')}</p>;
}
