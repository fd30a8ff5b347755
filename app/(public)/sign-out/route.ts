import { leave } from '@/app/access/leave';
import { isSameOrigin } from '@/app/access/same-origin';

/**
 * Signs out. A whole page comes next, and the browser forgets those of before: whoever sits down there then and goes back
 * sees nothing of them.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request)) return new Response(null, { status: 403 });
  await leave();
  return new Response(null, {
    status: 303,
    headers: { location: '/sign-in', 'clear-site-data': '"cache", "storage"' },
  });
}
