import { parseArgs } from 'node:util';
import { type Locale, textOf } from '@/domain/sentence';
import { type Command, type Input, UsageError } from './command';

/** The words after the verb as a command's input. Throws UsageError with a sentence that names what is wrong. */
export function parse(c: Command, words: readonly string[], locale: Locale): Omit<Input, 'note' | 'locale'> {
  const declared = Object.entries(c.options ?? {});
  const wrong = (key: string, params: Record<string, string>) => new UsageError(textOf(locale, `cli.${key}`, params));
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      declared.map(([name, o]) => [name, { type: o.value ? ('string' as const) : ('boolean' as const) }]),
    ),
  });
  const options: Record<string, string> = {};
  const switches = new Set<string>();
  const args: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const option = c.options?.[token.name];
    if (!option) throw wrong('optionUnknown', { option: token.rawName });
    if (!option.value) {
      if (token.value !== undefined) throw wrong('switchWithValue', { option: token.rawName });
      switches.add(token.name);
    } else if (token.value === undefined || (token.value.startsWith('--') && !token.inlineValue)) {
      throw wrong('valueMissing', { option: token.rawName, value: option.value });
    } else if (token.name in options) {
      throw wrong('optionTwice', { option: token.rawName });
    } else options[token.name] = token.value;
  }
  for (const [name, option] of declared) {
    if (option.required && options[name] === undefined)
      throw wrong('optionMissing', { option: `--${name}`, value: option.value ?? '' });
  }
  if (c.argument && !args.length) throw wrong('argumentMissing', { argument: c.argument.name });
  const extra = c.argument ? (c.argument.many ? undefined : args[1]) : args[0];
  if (extra !== undefined) throw wrong('argumentExtra', { argument: extra });
  return { options, switches, args };
}
