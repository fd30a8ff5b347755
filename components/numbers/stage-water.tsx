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
        'absolute inset-y-0 left-1 w-11 border-x border-line-strong @2xl:inset-x-0 @2xl:top-0 @2xl:bottom-auto @2xl:h-14 @2xl:w-auto @2xl:border-x-0 @2xl:border-y',
        water[state],
        first && !(gate && gateAt === 'start') && 'rounded-t-full @2xl:rounded-t-none @2xl:rounded-l-full',
        last && !(gate && gateAt === 'end') && 'rounded-b-full @2xl:rounded-b-none @2xl:rounded-r-full',
      )}
    >
      <span className="absolute inset-y-3 left-1/2 border-l-2 border-dotted border-line-strong @2xl:inset-x-3 @2xl:inset-y-auto @2xl:top-1/2 @2xl:border-t-2 @2xl:border-l-0" />
      <span className="absolute top-0 left-1/2 h-[var(--sailed)] w-0.5 -translate-x-1/2 bg-brand @2xl:top-1/2 @2xl:left-0 @2xl:h-0.5 @2xl:w-[var(--sailed)] @2xl:translate-x-0 @2xl:-translate-y-1/2" />
      {gate && (
        <span
          className={classNames(
            'absolute inset-x-0 z-1 flex justify-between @2xl:inset-x-auto @2xl:inset-y-0 @2xl:flex-col',
            gateAt === 'end' ? 'bottom-0 @2xl:right-0 @2xl:bottom-0' : 'top-0 @2xl:left-0',
          )}
        >
          <Buoy className={classNames('-ml-1.5 @2xl:-mt-2 @2xl:ml-0', buoy[gate.state])} />
          <Buoy cone className={classNames('-mr-1.5 @2xl:mr-0 @2xl:-mb-2', buoy[gate.state])} />
        </span>
      )}
      {(state === 'current' || state === 'regressed') && (
        <span className="absolute top-[var(--at)] left-1/2 flex size-6 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-full bg-brand text-on-brand shadow-sm ring-3 ring-surface @2xl:top-1/2 @2xl:left-[var(--at)]">
          <svg
            viewBox="0 0 16 16"
            className="size-3.5 rotate-180 @2xl:rotate-90"
            fill="currentColor"
            aria-hidden="true"
          >
            <path d="M8 1.5c2.6 2.2 3.6 4.9 3.6 8.2 0 1.7-.3 3.2-.8 4.3H5.2c-.5-1.1-.8-2.6-.8-4.3 0-3.3 1-6 3.6-8.2Z" />
          </svg>
        </span>
      )}
    </div>
  );
}
