import type { Reader } from '@/app/shell/reader';
import type { Reading } from '@/domain/measurements/reading';

/** Why a value has no change beside it, briefly: since when there are data, or that there was no value. undefined: it has one, or was not compared. */
export function uncompared(
  { t, f }: Pick<Reader, 't' | 'f'>,
  { value, previous, begins }: Pick<Reading, 'value' | 'previous' | 'begins'>,
): string | undefined {
  if (value === null || !previous || previous.value !== null) return undefined;
  const since = previous.begins ?? (begins !== null && begins > previous.day ? begins : null);
  return since ? t('change.noneSince', { day: f.dayShort(since) }) : t('change.nonePast');
}
