import type { Hue } from '@/components/brand/hue';
import { Card } from '@/components/shell/card';
import { StatusBadge } from '@/components/status/status-badge';
import type { Tone } from '@/components/status/tone';
import type { Change } from './change';
import { Delta } from './delta';
import { Figure } from './figure';
import { Sparkline } from './sparkline';

/** A number at a glance: value, change, target, a small line, its age. The whole tile is the link. */
export function KpiTile({
  title,
  href,
  value,
  unit,
  reason,
  target,
  score,
  change,
  uncompared,
  status,
  age,
  series,
  seriesTarget,
  hue,
  as = 'div',
}: {
  title: string;
  href?: string;
  value: string | null;
  unit?: string;
  reason?: string;
  target?: { label: string; text: string };
  /** In words, e.g. "Score 48". */
  score?: string;
  change?: Change;
  /** In words, why there is no change. */
  uncompared?: string;
  status?: { tone: Tone; label: string };
  age?: string;
  series?: (number | null)[];
  seriesTarget?: number;
  hue?: Hue;
  as?: 'div' | 'li';
}) {
  return (
    <Card
      as={as}
      hue={hue}
      className="group flex flex-col transition-[border-color,box-shadow] has-[a:hover]:border-line-strong has-[a:hover]:shadow-sm"
    >
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 font-medium text-ink-2">
          {href ? (
            <a href={href} className="rounded-xs group-hover:text-ink after:absolute after:inset-0 after:rounded-lg">
              {title}
            </a>
          ) : (
            title
          )}
        </p>
        {status && <StatusBadge tone={status.tone} label={status.label} quiet />}
      </div>
      <div className="mt-2 flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <Figure value={value} unit={unit} reason={reason} />
        {value !== null && change && <Delta change={change} />}
        {uncompared && <span className="text-xs text-ink-3">{uncompared}</span>}
      </div>
      <div className="mt-auto pt-3">
        {series?.some((point) => point !== null) && (
          <Sparkline points={series} target={seriesTarget} hue={hue ?? 'brand'} />
        )}
        {(target || score || age) && (
          <div className="num mt-2.5 flex flex-wrap justify-between gap-x-3 text-xs text-ink-3">
            {target && (
              <span>
                {target.label} <span className="font-medium text-ink-2">{target.text}</span>
              </span>
            )}
            {score && <span className="font-medium text-ink-2">{score}</span>}
            {age && <span className="ml-auto">{age}</span>}
          </div>
        )}
      </div>
    </Card>
  );
}
