import { notFound } from 'next/navigation';
import { csvLine } from '@/api/csv';
import { read } from '@/app/access/read';
import { requireAccess } from '@/app/access/require-access';
import { askedOf } from '@/app/reading/asked';
import { csvResponse, csvText } from '@/app/reading/csv';
import { keyName } from '@/app/reading/key-name';
import { readerOf } from '@/app/shell/reader';
import { findKpiSeen } from '@/domain/limits/limited';
import { dataDay } from '@/domain/measurements/data-day';
import { readKpi } from '@/domain/measurements/read-kpi';

/** A KPI by one of its dimensions as CSV: every group, largest first. The last line says how many there are. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string; kpi: string }> }) {
  const { tenant: slug, kpi: name } = await params;
  const entry = await requireAccess(slug);
  const kpi = findKpiSeen(entry.access, name);
  const asked = kpi && askedOf(kpi, Object.fromEntries(new URL(request.url).searchParams));
  if (!kpi || !asked?.by) notFound();
  const reader = await readerOf(entry);
  const { by, window } = asked;
  const { at, rows } = await read(slug, async (work) => {
    const at = asked.at ?? (await dataDay(work)).at;
    const reading = await readKpi(work, { kpi: kpi.id, at, window, by });
    return { at, rows: reading.by?.rows ?? [] };
  });
  async function* lines() {
    yield csvLine([reader.word('dim', by!), by!, 'value', 'unit', 'numerator', 'denominator', 'rows']);
    for (const row of rows) {
      const figures = [row.value, kpi!.unit, row.numerator, row.denominator, row.sample];
      yield csvLine([keyName(reader, by!, row.key), row.key, ...figures.map(csvText)]);
    }
    yield csvLine([`# ${reader.t('kpiPage.rowsCount', { count: rows.length })}`]);
  }
  return csvResponse(`${slug}-${kpi.id}-${by}-${at}.csv`, lines());
}
