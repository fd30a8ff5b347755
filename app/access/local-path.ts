/** An address to go on to, only if it lies within this site: one slash first, nothing a browser reads as another host. */
export function localPath(given: unknown, otherwise = '/'): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])/.test(given) || /[\\\p{Cc}]/u.test(given)) return otherwise;
  try {
    const url = new URL(given, 'http://here.invalid');
    return url.host === 'here.invalid' && !url.pathname.startsWith('//')
      ? `${url.pathname}${url.search}${url.hash}`
      : otherwise;
  } catch {
    return otherwise;
  }
}
