import type { CSSProperties } from 'react';
import { classNames } from '@/components/class-names';
import type { StageGateState } from './stage-gate';
import type { StageState } from './stage-state';

const water: Record<StageState, string> = {
  done: 'bg-brand-soft',
  current: 'bg-brand-soft',
  ahead: 'bg-sunken',
  regressed: 'bg-warn-soft',
};

const buoy: Record<StageGateState['state'], string> = {
  passed: 'fill-good stroke-good',
  open: 'fill-surface stroke-brand',
  closed: 'fill-surface stroke-line-strong',
  regressed: 'fill-warn stroke-warn',
};

function Buoy({ cone, className }: { cone?: boolean; className: string }) {
  return (
    <svg
      viewBox="0 0 14 16"
      className={classNames('h-4 w-3.5', className)}
      strokeWidth="1.6"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {cone ? <path d="M7 1.5 13 14H1z" /> : <path d="M2 2h10v12H2z" />}
    </svg>
  );
}

/** One stretch of the fairway, with its gate and, in the current one, the ship at the share of conditions met. */
export function StageWater({
  state,
  gate,
  gateAt,
  first,
  last,
}: {
  state: StageState;
  gate?: StageGateState;
  gateAt: 'start' | 'end';
  first: boolean;
  last: boolean;
}) {
  const share = gate?.total && gate.met !== undefined ? gate.met / gate.total : 0.4;
  const at = `${Math.round(12 + Math.min(1, share) * 64)}%`;
  const sailed = state === 'done' ? '100%' : state === 'ahead' ? '0%' : at;
  return (
    <div
      aria-hidden="true"
      data-mark=""
      style={{ '--at': at, '--sailed': sailed } as CSSProperties}
      className={classNames(
        'absolute inset-y-0 left-1 w-11 border-x border-line-strong md:inset-x-0 md:top-0 md:bottom-auto md:h-14 md:w-auto md:border-x-0 md:border-y',
        water[state],
        first && !(gate && gateAt === 'start') && 'rounded-t-full md:rounded-t-none md:rounded-l-full',
        last && !(gate && gateAt === 'end') && 'rounded-b-full md:rounded-b-none md:rounded-r-full',
      )}
    >
      <span className="absolute inset-y-3 left-1/2 border-l-2 border-dotted border-line-strong md:inset-x-3 md:inset-y-auto md:top-1/2 md:border-t-2 md:border-l-0" />
      <span className="absolute top-0 left-1/2 h-[var(--sailed)] w-0.5 -translate-x-1/2 bg-brand md:top-1/2 md:left-0 md:h-0.5 md:w-[var(--sailed)] md:translate-x-0 md:-translate-y-1/2" />
      {gate && (
        <span
          className={classNames(
            'absolute inset-x-0 z-1 flex justify-between md:inset-x-auto md:inset-y-0 md:flex-col',
            gateAt === 'end' ? 'bottom-0 md:right-0 md:bottom-0' : 'top-0 md:left-0',
          )}
        >
          <Buoy className={classNames('-ml-1.5 md:-mt-2 md:ml-0', buoy[gate.state])} />
          <Buoy cone className={classNames('-mr-1.5 md:mr-0 md:-mb-2', buoy[gate.state])} />
        </span>
      )}
      {(state === 'current' || state === 'regressed') && (
        <span className="absolute top-[var(--at)] left-1/2 flex size-6 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full bg-brand text-on-brand shadow-sm ring-3 ring-surface md:top-1/2 md:left-[var(--at)]">
          <svg viewBox="0 0 16 16" className="size-3.5 rotate-180 md:rotate-90" fill="currentColor" aria-hidden="true">
            <path d="M8 1.5c2.6 2.2 3.6 4.9 3.6 8.2 0 1.7-.3 3.2-.8 4.3H5.2c-.5-1.1-.8-2.6-.8-4.3 0-3.3 1-6 3.6-8.2Z" />
          </svg>
        </span>
      )}
    </div>
  );
}
