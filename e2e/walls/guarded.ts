import { expect } from '@playwright/test';
import type { Answer } from './call';

/** What every answer must carry, whatever it is and whoever asks. */
export function expectGuarded(what: string, { status, headers, text }: Answer): void {
  const header = (name: string) => headers.get(name) ?? '';
  const is = (name: string) => `${what} (${status}): ${name}`;
  expect(header('x-content-type-options'), is('no sniffing')).toBe('nosniff');
  expect(header('x-frame-options'), is('no framing')).toBe('DENY');
  expect(header('strict-transport-security'), is('https only')).toMatch(/max-age=\d{8}/);
  expect(header('referrer-policy'), is('no address goes elsewhere')).toBe('same-origin');
  expect(header('x-powered-by'), is('no word of what serves it')).toBe('');
  expect(header('content-security-policy'), is('a policy')).toMatch(/frame-ancestors 'none'/);
  if (!what.includes('openapi')) expect(header('cache-control'), is('kept by nobody')).toMatch(/no-store/);
  // Where no script may run at all, none needs a nonce.
  if (
    !header('content-type').startsWith('text/html') ||
    header('content-security-policy').includes("default-src 'none'")
  )
    return;
  const nonce = header('content-security-policy').match(/script-src [^;]*'nonce-([^']+)'/)?.[1];
  expect(nonce, is('a nonce')).toMatch(/^[\w+/=]{22,}$/);
  for (const [script] of text.matchAll(/<script\b[^>]*>/g))
    expect(script, is('each script has the nonce')).toContain(`nonce="${nonce}"`);
  expect(text.match(/ on(click|load|error|submit)=/), is('no handlers in attributes')).toBeNull();
}
