import { readiness } from '@/domain/readiness/readiness';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** 200 when every part is ready, 503 with the same body when one is not. */
export async function GET(): Promise<Response> {
  const body = await readiness();
  return Response.json(body, { status: body.status === 'ready' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
