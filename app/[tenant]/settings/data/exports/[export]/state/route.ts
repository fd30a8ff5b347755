import { notFound } from 'next/navigation';
import { read } from '@/app/access/read';
import { liveExport } from '@/app/leaving/live-export';
import { readerOf } from '@/app/shell/reader';
import { getExport } from '@/domain/leaving/exports';
import { can } from '@/domain/tenants/access';

/** How far an export is, for its page. */
export async function GET(_: Request, { params }: { params: Promise<{ tenant: string; export: string }> }) {
  const { tenant, export: id } = await params;
  const { one, entry } = await read(tenant, async (work, entry) => {
    if (!can(entry.access, 'tenant.export')) notFound();
    return { one: await getExport(work, id), entry };
  });
  return Response.json(liveExport(await readerOf(entry), one), { headers: { 'cache-control': 'no-store' } });
}
