import type { Reader } from '@/app/shell/reader';
import type { WeightSet } from '@/domain/weights/weight-set';

/** Which weights a score is made with, since when and by whom; `href` leads to them. `replaced`: a later version is in force. */
export function WeightsLine({
  reader,
  weights,
  href,
  replaced = false,
}: {
  reader: Reader;
  weights: WeightSet;
  href?: string;
  replaced?: boolean;
}) {
  const { t, f } = reader;
  const text =
    weights.startsOn === null
      ? t('weights.none')
      : t(replaced ? 'weights.replaced' : 'weights.line', {
          version: weights.version,
          day: f.day(weights.startsOn),
          by: weights.setBy ?? '',
        });
  return href === undefined ? (
    text
  ) : (
    <a href={href} className="rounded-xs wrap-anywhere text-ink-3 underline-offset-2 hover:text-ink hover:underline">
      {text}
    </a>
  );
}
