import { unsubscribe } from '@/domain/digests/unsubscribe';
import { Refusal } from '@/domain/errors';

/** The unsubscribe button of a mail program (RFC 8058): one POST, no cookie, no question. */
export async function POST(_: Request, { params }: { params: Promise<{ token: string }> }) {
  try {
    await unsubscribe((await params).token);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof Refusal) return new Response(null, { status: error.status });
    throw error;
  }
}
