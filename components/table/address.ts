type Value = string | number | null | undefined;

/** The same address with some parameters changed; null, undefined or '' takes one away. Keys keep their order. */
export function addressWith(
  path: string,
  params: Record<string, string | string[] | undefined>,
  changes: Record<string, Value>,
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) {
    if (key in changes) continue;
    for (const one of Array.isArray(value) ? value : [value]) if (one) query.append(key, one);
  }
  for (const [key, value] of Object.entries(changes)) {
    if (value !== null && value !== undefined && value !== '') query.set(key, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
