import type { Reader } from '@/app/shell/reader';
import type { EvidenceColumn } from '@/kpis/kpi';
import { keyName } from './key-name';

/** A cell of an evidence row in the reader's formats; a dash where the source gave nothing. */
export function cellText(reader: Reader, column: EvidenceColumn, value: unknown, currency: string): string {
  const { f } = reader;
  if (value === null || value === undefined || value === '') return '–';
  switch (column.kind) {
    case 'minor':
      return f.money(Number(value), currency);
    case 'number':
      return f.number(Number(value), 6);
    case 'day':
      return String(value);
    case 'instant':
      return f.stamp(value instanceof Date ? value : new Date(String(value)));
    case 'country':
      return keyName(reader, 'country', String(value));
    case 'text':
      return String(value)
        .split(' → ')
        .map((part) => keyName(reader, column.name, part))
        .join(' → ');
    default:
      return String(value);
  }
}
