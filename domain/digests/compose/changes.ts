import type { ChangeLine } from '@/emails/digest-props';
import { type Formats, formatsFor } from '@/i18n/formats';
import { findKpi } from '@/kpis/catalogue';
import type { Reading } from '../../measurements/reading';
import type { Work } from '../../work';
import { causeOf } from './cause';
import type { Pages } from './pages';

const most = 5;

type Moved = Reading & { value: number; previous: { day: string; value: number } };

/** What rounding hides is not shown: the two figures must look different. */
const moved =
  ({ full }: Formats) =>
  (reading: Reading): reading is Moved => {
    if (reading.value === null || reading.previous?.value == null) return false;
    return full(reading.value, reading.unit) !== full(reading.previous.value, reading.unit);
  };

/** A change's size on the scale by which it is scored, so that points, percentages and ratios can be compared: 1 is floor to target. */
const weight = ({ value, previous, anchors: { anchors } }: Moved): number =>
  Math.abs(value - previous.value) / Math.abs(anchors.target - anchors.floor);

/** The largest movers against their previous period, at most five, each with its likely cause. */
export async function changesOf(
  work: Work,
  readings: Reading[],
  pages: Pages,
  locale: 'zh-CN' | 'en',
): Promise<ChangeLine[]> {
  const movers = readings
    .filter(moved(formatsFor(locale, work.tenant.zone)))
    .map((reading) => ({ reading, kpi: findKpi(reading.kpi)! }))
    .sort((a, b) => weight(b.reading) - weight(a.reading))
    .slice(0, most);
  const lines: ChangeLine[] = [];
  for (const { reading, kpi } of movers) {
    lines.push({
      title: kpi.title[locale === 'en' ? 'en' : 'zh'],
      href: pages.kpi(kpi.id),
      unit: kpi.unit,
      window: reading.window,
      value: reading.value,
      previous: reading.previous,
      better: reading.value > reading.previous.value === (kpi.direction === 'higher'),
      cause: await causeOf(work, kpi, reading),
    });
  }
  return lines;
}
