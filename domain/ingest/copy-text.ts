import type { RecordValue } from '@/records/record';

const special = /[\\\t\n\r\0]/;
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\0': '' };

/** A value in PostgreSQL's COPY text format. NUL, which PostgreSQL text cannot hold, is left out. */
export function copyText(value: RecordValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string')
    return special.test(value) ? value.replace(/[\\\t\n\r\0]/g, (c) => escapes[c]!) : value;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return value instanceof Date ? value.toISOString() : String(value);
}
