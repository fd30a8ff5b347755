import { classNames } from '@/components/class-names';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { StageGate, type StageGateState } from './stage-gate';
import type { StageState } from './stage-state';
import { StageWater } from './stage-water';

export interface Stage {
  key: string;
  title: string;
  state: StageState;
  stateLabel: string;
  text?: string;
  href?: string;
  gate?: StageGateState;
}

const tones: Record<StageState, Tone> = { done: 'good', current: 'info', ahead: 'neutral', regressed: 'warn' };

/**
 * The stages as one fairway: water behind, water ahead, and a gate of two buoys at the end (or the start) of each
 * stretch. Runs down on a phone, across on a desktop.
 */
export function StageRoad({
  label,
  stages,
  gateAt = 'end',
}: {
  label: string;
  stages: Stage[];
  gateAt?: 'start' | 'end';
}) {
  return (
    <div className="@container">
      <ol
        aria-label={label}
        className="grid rounded-lg border border-line bg-surface p-3 @2xl:auto-cols-fr @2xl:grid-flow-col @2xl:p-5"
      >
        {stages.map((stage, index) => (
          <li
            key={stage.key}
            className="relative min-w-0 pb-6 pl-16 last:pb-1 @2xl:pt-18 @2xl:pr-5 @2xl:pb-0 @2xl:pl-0"
          >
            <StageWater
              state={stage.state}
              gate={stage.gate}
              gateAt={gateAt}
              first={index === 0}
              last={index === stages.length - 1}
            />
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <p className="text-base font-semibold">
                <span className="num mr-1.5 text-ink-3">{index + 1}</span>
                {stage.href ? (
                  <a href={stage.href} className="rounded-xs hover:underline">
                    {stage.title}
                  </a>
                ) : (
                  stage.title
                )}
              </p>
              <StatusBadge
                tone={tones[stage.state]}
                label={stage.stateLabel}
                icon={stage.state === 'current' ? 'flag' : undefined}
              />
            </div>
            {stage.text && (
              <p className={classNames('mt-1 text-sm', stage.state === 'ahead' ? 'text-ink-3' : 'text-ink-2')}>
                {stage.text}
              </p>
            )}
            {stage.gate && <StageGate gate={stage.gate} />}
          </li>
        ))}
      </ol>
    </div>
  );
}
