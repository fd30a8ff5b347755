import type { RecordValue } from '@/records/record';

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in PostgreSQL's COPY text format. NUL, which PostgreSQL text cannot hold, is left out. */
export function copyText(value: RecordValue): string {
  if (value === null || value === undefined) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'boolean') return value ? 't' : 'f';
  const text = String(value);
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return special.test(clean) ? clean.replace(/[\\\t\n\r]/g, (c) => escapes[c]!) : clean;
}
