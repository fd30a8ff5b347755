import { Refusal } from '@/domain/errors';
import { type Locale, sentenceOf, textOf } from '@/domain/sentence';
import { commands } from './catalogue';
import { type Command, UsageError } from './command';
import { parse } from './parse';
import { helpOf, helpOfAll, synopsis } from './usage';

/** Where words go. */
export interface Console {
  out(text: string): void;
  error(text: string): void;
}

/**
 * Runs one command line and answers its exit code: 0, 1 (it failed) or 2 (it was not written as it must be). `--json` anywhere
 * makes the answer, or the error, one JSON text.
 */
export async function run(argv: readonly string[], console: Console, locale: Locale): Promise<0 | 1 | 2> {
  const json = argv.includes('--json');
  const words = argv.filter((word) => word !== '--json');
  const wantsHelp = words.some((word) => word === '--help' || word === '-h');
  const [noun, verb, ...rest] = words.filter((word) => word !== '--help' && word !== '-h');
  const complain = (code: string, message: string, field?: string, hint?: string) =>
    console.error(
      json ? JSON.stringify({ error: { code, message, field } }) : hint ? `${message}\n\n${hint}` : message,
    );

  const ofNoun = commands.filter((c) => c.noun === noun);
  const found = ofNoun.find((c) => c.verb === verb);
  if (wantsHelp || noun === undefined || noun === 'help') {
    console.out(found ? helpOf(found, locale) : helpOfAll(ofNoun.length ? ofNoun : commands, locale));
    return wantsHelp || noun === 'help' ? 0 : 2;
  }
  if (!found) {
    const what = [noun, verb].filter(Boolean).join(' ');
    complain(
      'command_unknown',
      textOf(locale, 'cli.commandUnknown', { what }),
      undefined,
      helpOfAll(ofNoun.length ? ofNoun : commands, locale),
    );
    return 2;
  }
  try {
    const input = parse(found, rest, locale);
    const note = (text: string) => {
      if (!json) console.error(text);
    };
    const result = await found.run({ ...input, locale, note });
    console.out(json ? JSON.stringify(result.data, null, 2) : result.lines.join('\n'));
    return result.failed ? 1 : 0;
  } catch (error) {
    return failed(error, found, locale, complain);
  }
}

function failed(
  error: unknown,
  c: Command,
  locale: Locale,
  complain: (code: string, message: string, field?: string, hint?: string) => void,
): 1 | 2 {
  if (error instanceof UsageError) {
    complain('usage', error.message, undefined, synopsis(c));
    return 2;
  }
  if (error instanceof Refusal) complain(error.code, sentenceOf(error, locale), error.field);
  else complain('failed', textOf(locale, 'cli.failed', { why: (error as Error).message || String(error) }));
  return 1;
}
