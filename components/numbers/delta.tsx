import { classNames } from '@/components/class-names';
import { Icon, type IconName } from '@/components/icon/icon';
import type { Change } from './change';

const arrows: Record<Change['direction'], IconName> = { up: 'arrow-up', down: 'arrow-down', flat: 'arrow-flat' };
const tones: Record<Change['tone'], string> = { good: 'text-good', bad: 'text-bad', neutral: 'text-ink-2' };

/** A change: the arrow says up or down, colour says good or bad, readers hear both. */
export function Delta({ change }: { change: Change }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-sm">
      <span className="sr-only">{change.spoken}</span>
      <span
        aria-hidden="true"
        className={classNames('num inline-flex items-center gap-0.5 font-medium whitespace-nowrap', tones[change.tone])}
      >
        <Icon name={arrows[change.direction]} className="size-3.5" />
        {change.text}
      </span>
      {change.label && (
        <span aria-hidden="true" className="text-ink-3">
          {change.label}
        </span>
      )}
    </span>
  );
}
