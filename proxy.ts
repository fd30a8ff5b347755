import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/env';

/** Scripts run only with this request's nonce. Styles may stand in attributes: charts and meters set widths that way. */
const policy = (nonce: string, dev: boolean): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Gives every page its Content-Security-Policy, and tells it its own address (for the way back after sign-in). */
export function proxy(request: NextRequest): NextResponse {
  // No text has a NUL, and no database takes one.
  if (/%00/.test(request.nextUrl.pathname + request.nextUrl.search)) return new NextResponse(null, { status: 400 });
  const nonce = btoa(crypto.randomUUID());
  const csp = policy(nonce, env().NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', csp);
  headers.set('x-address', request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', csp);
  return response;
}

// Bodies of requests that pass here are held in memory: uploads and the API must not.
export const config = { matcher: ['/((?!api/|_next/|[^/]+/feeds/[^/]+/files$|icon\\.svg$).*)'] };
