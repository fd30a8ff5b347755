import { classNames } from '@/components/class-names';
import { Icon, type IconName } from '@/components/icon/icon';

export interface StageGateState {
  title: string;
  state: 'passed' | 'open' | 'closed' | 'regressed';
  text: string;
  /** Conditions met, of `total`. */
  met?: number;
  total?: number;
}

const looks: Record<StageGateState['state'], { icon: IconName; text: string; dot: string }> = {
  passed: { icon: 'check', text: 'text-good', dot: 'bg-good' },
  open: { icon: 'flag', text: 'text-brand', dot: 'bg-brand' },
  closed: { icon: 'lock', text: 'text-ink-3', dot: 'bg-ink-3' },
  regressed: { icon: 'warn', text: 'text-warn', dot: 'bg-warn' },
};

/** A gate in words, with one dot a condition. */
export function StageGate({ gate }: { gate: StageGateState }) {
  const look = looks[gate.state];
  return (
    <div className="mt-3 border-t border-line pt-2.5 text-sm">
      <p className={classNames('flex items-center gap-1.5 font-medium', look.text)}>
        <Icon name={look.icon} className="size-4" />
        {gate.title}
      </p>
      {gate.total !== undefined && gate.met !== undefined && (
        <div aria-hidden="true" className="mt-1.5 flex flex-wrap gap-1">
          {Array.from({ length: gate.total }, (_, condition) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the dots of a count have no identity
              key={condition}
              data-mark=""
              className={classNames(
                'h-1.5 w-4 rounded-full',
                condition < gate.met! ? look.dot : 'bg-sunken inset-ring inset-ring-line-strong',
              )}
            />
          ))}
        </div>
      )}
      <p className="num mt-1 text-ink-2">{gate.text}</p>
    </div>
  );
}
