import { notFound } from 'next/navigation';
import { csvLine } from '@/api/csv';
import { read } from '@/app/access/read';
import { requireAccess } from '@/app/access/require-access';
import { askedOf } from '@/app/reading/asked';
import { csvResponse, csvText } from '@/app/reading/csv';
import { readerOf } from '@/app/shell/reader';
import { findKpiSeen } from '@/domain/limits/limited';
import { dataDay } from '@/domain/measurements/data-day';
import { readEvidence } from '@/domain/measurements/read-evidence';
import { withTenant } from '@/domain/work';

const pageRows = 1000;

/** All rows behind a value as CSV, page by page while it is sent. The last line says how many there are. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string; kpi: string }> }) {
  const { tenant: slug, kpi: name } = await params;
  const entry = await requireAccess(slug);
  const kpi = findKpiSeen(entry.access, name);
  if (!kpi) notFound();
  const { say, t } = await readerOf(entry);
  const asked = askedOf(kpi, Object.fromEntries(new URL(request.url).searchParams));
  const at = asked.at ?? (await read(slug, dataDay)).at;
  const page = (cursor?: string) =>
    // With the access of this request: while the body is being sent there is no request to ask any more.
    withTenant(
      entry.access,
      (work) =>
        readEvidence(work, {
          kpi: kpi.id,
          at,
          window: asked.window,
          part: asked.part,
          dim: asked.dim,
          key: asked.key,
          text: asked.text,
          cursor,
          limit: pageRows,
          // What the file tells is how many rows it holds.
          counted: false,
        }),
      { reads: true },
    );
  // The first page is read before anything is sent, so that a refusal is an answer and not a broken file.
  let found = await page();
  async function* lines() {
    const names = kpi!.evidence.map((column) => column.name);
    yield csvLine([
      ...kpi!.evidence.map((column) => say(column.title)),
      'day',
      'record',
      'source_id',
      'num',
      'den',
      'excluded',
    ]);
    let count = 0;
    while (true) {
      count += found.rows.length;
      yield found.rows
        .map((row) =>
          csvLine(
            [...names, 'day', 'record', 'source_id', 'num', 'den', 'excluded'].map((column) => csvText(row[column])),
          ),
        )
        .join('');
      if (!found.next) break;
      found = await page(found.next);
    }
    yield csvLine([`# ${t('kpiPage.rowsCount', { count })}`]);
  }
  return csvResponse(`${slug}-${kpi.id}-${asked.part}-${at}.csv`, lines());
}
