import type { Reader } from '@/app/shell/reader';
import type { Change } from '@/components/numbers/change';
import { spokenChange } from './spoken-change';

/** The change of a score in points; more is always better. */
export function scoreChange({ t, f }: Reader, change: number | null): Change | undefined {
  if (change === null) return undefined;
  const size = f.signed(change, 1);
  const against = t('change.against');
  if (!/[1-9]/.test(size))
    return { direction: 'flat', tone: 'neutral', text: t('change.same'), label: against, spoken: t('change.same') };
  const direction = change > 0 ? 'up' : 'down';
  return {
    direction,
    tone: change > 0 ? 'good' : 'bad',
    text: size,
    label: against,
    spoken: spokenChange({ t }, { direction, size, against, better: change > 0 }),
  };
}
