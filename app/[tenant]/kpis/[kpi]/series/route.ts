import { notFound } from 'next/navigation';
import { csvLine } from '@/api/csv';
import { read } from '@/app/access/read';
import { requireAccess } from '@/app/access/require-access';
import { askedOf } from '@/app/reading/asked';
import { csvResponse, csvText } from '@/app/reading/csv';
import { findKpiSeen } from '@/domain/limits/limited';
import { dataDay } from '@/domain/measurements/data-day';
import { readSeries } from '@/domain/measurements/read-series';
import { addDays } from '@/lib/day';

/** Two years of a KPI by day as CSV. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string; kpi: string }> }) {
  const { tenant: slug, kpi: name } = await params;
  const { access } = await requireAccess(slug);
  const kpi = findKpiSeen(access, name);
  if (!kpi) notFound();
  const asked = askedOf(kpi, Object.fromEntries(new URL(request.url).searchParams));
  const { at, series } = await read(slug, async (work) => {
    const at = asked.at ?? (await dataDay(work)).at;
    return {
      at,
      series: await readSeries(work, { kpi: kpi.id, window: asked.window, from: addDays(at, -730), to: at }),
    };
  });
  async function* lines() {
    yield csvLine(['day', 'value', 'unit', 'status', 'reason']);
    for (const point of series)
      yield csvLine([point.day, csvText(point.value), kpi!.unit, point.status, point.reason ?? '']);
  }
  return csvResponse(`${slug}-${kpi.id}-${asked.window}-${at}.csv`, lines());
}
