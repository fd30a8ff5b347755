import { type Parsed, parsed, unparsed } from './parsed';

const YES = new Set(['true', 'yes', 'y', 't', '1', 'x', '是', '有', '真', '√', '✓']);
const NO = new Set(['false', 'no', 'n', 'f', '0', '-', '否', '无', '無', '假', '×', '✗']);

/** Yes or no, in the words and signs of English and Chinese files. */
export function parseBoolean(text: string): Parsed<boolean> {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (word === '') return unparsed('empty', text);
  if (YES.has(word)) return parsed(true);
  return NO.has(word) ? parsed(false) : unparsed('not_yes_or_no', text);
}
