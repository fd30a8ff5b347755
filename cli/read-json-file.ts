import { readFile } from 'node:fs/promises';
import { type Locale, textOf } from '@/domain/sentence';
import { UsageError } from './command';

/** A JSON file that an option names. Throws UsageError when it is not there or no JSON. */
export async function readJsonFile(path: string, option: string, locale: Locale): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new UsageError(textOf(locale, 'cli.fileUnreadable', { option, path }));
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(textOf(locale, 'cli.fileNotJson', { option, path }));
  }
}
