import type { Reader } from '@/app/shell/reader';

/** What people call a field of an entry; one that nobody needs a word for stands as it is called inside. */
export function fieldName({ t }: Reader, field: string): string {
  const key = `auditPage.field.${field}` as never;
  return !field.includes('.') && t.has(key) ? t(key) : field;
}
