import type { Reader } from '@/app/shell/reader';

/** A group of a breakdown as the reader knows it: countries by name, codes in words, "process · step" part by part. */
export function keyName({ f, t, word }: Reader, dim: string, key: string): string {
  if (dim === 'country' && key.length === 2) return f.country(key);
  if (key.startsWith('own:')) return t('kpiPage.own', { channel: key.slice(4) });
  if (dim === 'carrier' && key === 'none') return t('kpiPage.noCarrier');
  return key
    .split(' · ')
    .map((part) => word('value', part))
    .join(' · ');
}
