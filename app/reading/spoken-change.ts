import type { Reader } from '@/app/shell/reader';

/** A change as it is read aloud: which way, how far without its sign, against what, and whether that is better. */
export function spokenChange(
  { t }: Pick<Reader, 't'>,
  { direction, size, against, better }: { direction: 'up' | 'down'; size: string; against?: string; better: boolean },
): string {
  return t(`change.${direction}`, {
    size: size.replace(/^[+\u2212-]/, ''),
    against: against || 'none',
    better: better ? 'yes' : 'no',
  });
}
