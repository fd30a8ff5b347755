import { Readable } from 'node:stream';
import { notFound } from 'next/navigation';
import { requireAccess } from '@/app/access/require-access';
import { Refusal } from '@/domain/errors';
import { downloadExport } from '@/domain/leaving/download-export';
import { can } from '@/domain/tenants/access';

/** The zip of an export, as a stream. For owners; to all others it is not there. */
export async function GET(_: Request, { params }: { params: Promise<{ tenant: string; export: string }> }) {
  const { tenant: slug, export: id } = await params;
  const { access } = await requireAccess(slug);
  if (!can(access, 'tenant.export')) notFound();
  const { size, body } = await downloadExport(access, id).catch((error) => {
    if (error instanceof Refusal && error.status === 404) notFound();
    throw error;
  });
  return new Response(Readable.toWeb(body) as ReadableStream, {
    headers: {
      'content-type': 'application/zip',
      'content-length': String(size),
      'content-disposition': `attachment; filename="${slug}.zip"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
