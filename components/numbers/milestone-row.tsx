import type { ReactNode } from 'react';
import type { Hue } from '@/components/brand/hue';
import { classNames } from '@/components/class-names';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import { milestoneGrid } from './milestone-grid';
import type { MilestoneHeads } from './milestone-list';
import { Sparkline } from './sparkline';

function Cell({ head, end = false, children }: { head: string; end?: boolean; children: ReactNode }) {
  return (
    <div className={classNames('num min-w-0 text-sm break-keep wrap-anywhere', end && '@4xl:text-right')}>
      <dt className="text-xs text-ink-3 @4xl:sr-only">{head}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}

/** One milestone: its line against the target's line, where it stands and when it will be there. */
export function MilestoneRow({
  title,
  href,
  note,
  status,
  value,
  reason,
  target,
  due,
  forecast,
  owner,
  series,
  targetSeries,
  hue,
  heads,
}: {
  title: string;
  href: string;
  note?: string;
  status: { tone: Tone; label: string };
  value: string | null;
  reason?: string;
  target: string;
  due: string;
  forecast?: string;
  owner?: string;
  series: (number | null)[];
  targetSeries?: (number | null)[];
  hue?: Hue;
  heads: MilestoneHeads;
}) {
  return (
    <li className={classNames(milestoneGrid, 'relative grid items-center gap-y-3 px-4 py-3.5 has-[a:hover]:bg-sunken')}>
      <div className="min-w-0">
        <p className="font-medium">
          <a href={href} className="rounded-xs after:absolute after:inset-0">
            {title}
          </a>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-xs text-ink-3">
          <StatusBadge tone={status.tone} label={status.label} quiet />
          {note}
        </p>
      </div>
      <Sparkline
        points={series}
        target={targetSeries}
        hue={hue}
        area={false}
        className={series.length === 0 ? '@max-4xl:hidden' : undefined}
      />
      <dl className="grid grid-cols-2 gap-x-5 gap-y-2 @md:grid-cols-3 @4xl:contents">
        <Cell head={heads.value} end>
          {value === null ? (
            <span className="text-ink-3">{reason ?? '–'}</span>
          ) : (
            <span className="font-semibold">{value}</span>
          )}
        </Cell>
        <Cell head={heads.target} end>
          {target}
        </Cell>
        <Cell head={heads.due}>{due}</Cell>
        <Cell head={heads.forecast}>{forecast ?? '–'}</Cell>
        <Cell head={heads.owner}>{owner ?? '–'}</Cell>
      </dl>
    </li>
  );
}
