import { findEntry } from '@/app/access/require-access';
import { isSameOrigin } from '@/app/access/same-origin';
import { ticketOf } from '@/app/feeds/upload-ticket';
import { notFound, Refusal } from '@/domain/errors';
import { getFeed } from '@/domain/feeds/read-feeds';
import { largestUpload, storeUpload } from '@/domain/ingest/uploads';
import { sentenceOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { getLocale, getTranslations } from '@/i18n/request';

function fileNameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get('x-file-name') ?? '');
  } catch {
    return '';
  }
}

/** Takes a file as the raw body, streams it to the tenant's folder, and answers where its preview is. */
export async function POST(request: Request, { params }: { params: Promise<{ tenant: string; feed: string }> }) {
  const { tenant: slug, feed: id } = await params;
  try {
    if (!isSameOrigin(request)) throw new Refusal('other_site', 403);
    const found = await findEntry(slug);
    if (!found?.user.verified)
      return Response.json({ message: (await getTranslations('errors'))('signed_out') }, { status: 401 });
    const { access } = found;
    if (!access) throw notFound('feed');
    await withTenant(access, async (work) => {
      work.require('feed.manage');
      await getFeed(work, id);
    });
    if (Number(request.headers.get('content-length') ?? 0) > largestUpload)
      throw new Refusal('upload_too_large', 413, { largest: '2 GB' }, 'file');
    if (!request.body) throw new Refusal('upload_empty', 422, {}, 'file');
    const upload = await storeUpload(access, { fileName: fileNameOf(request), body: request.body as never });
    return Response.json({ href: `/${slug}/feeds/${id}/import?file=${ticketOf(access, upload)}` }, { status: 201 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ message: sentenceOf(error, await getLocale()) }, { status: error.status });
  }
}
