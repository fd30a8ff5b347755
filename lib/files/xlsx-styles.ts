import type { ByteSource } from './byte-source';
import { readWholeXml } from './xlsx-xml';

/** How the numbers of a cell style are meant. */
export type NumberMeaning = 'number' | 'date' | 'time' | 'datetime';

/** Built-in formats that every workbook has without naming them; those of Chinese and Japanese Excel included. */
const BUILT_IN: Record<number, NumberMeaning> = {};
for (const id of [14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]) BUILT_IN[id] = 'date';
for (const id of [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]) BUILT_IN[id] = 'time';
BUILT_IN[22] = 'datetime';

/** The meaning of each cell style, by its number; empty for a workbook without styles. */
export async function readStyles(source: ByteSource | undefined): Promise<NumberMeaning[]> {
  const formats = new Map<number, string>();
  const styles: NumberMeaning[] = [];
  let inCellStyles = false;
  if (source) {
    await readWholeXml(source, {
      open(name, attributes) {
        if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        else if (name === 'cellXfs') inCellStyles = true;
        else if (name === 'xf' && inCellStyles) {
          const id = Number(attributes.numFmtId ?? 0);
          const format = formats.get(id);
          styles.push(format === undefined ? (BUILT_IN[id] ?? 'number') : meaningOfFormat(format));
        }
      },
      close(name) {
        if (name === 'cellXfs') inCellStyles = false;
      },
    });
  }
  return styles;
}

/** Whether a format code such as `[$-804]yyyy"年"m"月"d"日"` or `h:mm AM/PM` shows dates, times or both. */
export function meaningOfFormat(code: string): NumberMeaning {
  const bare = code
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/general|[#?]|0(?!\d*$)/.test(bare.replace(/s[.,]0+/g, 's'))) return 'number';
  const time = /h|s/.test(bare);
  const date = /[yde]|am\/pm/.test(bare) ? /[yde]/.test(bare) : /m/.test(bare) && !time;
  if (date) return time ? 'datetime' : 'date';
  return time || /\[m+\]/.test(bare) ? 'time' : 'number';
}
