import { notFound } from 'next/navigation';
import { auditText } from '@/api/audit-stream';
import { requireAccess } from '@/app/access/require-access';
import { askedEntries } from '@/app/audit/asked-entries';
import { csvResponse } from '@/app/reading/csv';
import { can } from '@/domain/tenants/access';
import { getLocale } from '@/i18n/request';

/** All entries of the filter as CSV or NDJSON, made while they are sent. The last line says how many there are. */
export async function GET(request: Request, { params }: { params: Promise<{ tenant: string }> }) {
  const { tenant: slug } = await params;
  const { access } = await requireAccess(slug);
  if (!can(access, 'audit.read')) notFound();
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const format = search.format === 'ndjson' ? 'ndjson' : 'csv';
  const text = auditText(access, askedEntries(search), format, await getLocale());
  return csvResponse(`${slug}-audit.${format}`, text, format);
}
