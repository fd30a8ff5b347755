import { changeView } from '@/app/reading/reading-view';
import { mechanismHue } from '@/app/shell/mechanism-hue';
import type { Reader } from '@/app/shell/reader';
import { hueFill } from '@/components/brand/hue';
import { Delta } from '@/components/numbers/delta';
import type { TodayView } from '@/domain/measurements/read-today';
import { findKpi } from '@/kpis/catalogue';

const shown = 5;

/** The largest moves of 28 days, each from what to what. */
export function Changes({
  reader,
  base,
  view,
}: {
  reader: Reader;
  base: string;
  view: Pick<TodayView, 'changes' | 'readings'>;
}) {
  const { t, f, say } = reader;
  // A move that rounding hides is none to talk about.
  const seen = view.changes.filter(({ reading }) => {
    const { unit } = findKpi(reading.kpi)!;
    return f.full(reading.previous!.value!, unit) !== f.full(reading.value!, unit);
  });
  if (seen.length === 0) {
    const compared = view.readings.some((reading) => reading.change !== null);
    return <p className="text-ink-3">{t(compared ? 'today.changesNone' : 'today.changesNotYet')}</p>;
  }
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
      {seen.slice(0, shown).map(({ reading }) => {
        const kpi = findKpi(reading.kpi)!;
        return (
          <li
            key={kpi.code}
            className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 has-[a:hover]:bg-sunken"
          >
            <span className="flex min-w-0 items-baseline gap-2.5">
              <span
                aria-hidden="true"
                className={`size-2 shrink-0 self-center rounded-full ${hueFill[mechanismHue[kpi.mechanism]]}`}
              />
              <a href={`${base}/kpis/${kpi.id}`} className="rounded-xs font-medium after:absolute after:inset-0">
                {say(kpi.title)}
              </a>
            </span>
            <span className="num text-ink-3">
              {t('today.changeLine', {
                before: f.full(reading.previous!.value!, kpi.unit),
                after: f.full(reading.value!, kpi.unit),
              })}
            </span>
            <span className="ml-auto">
              <Delta change={changeView(reader, kpi, reading.value, reading.previous!.value)!} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
