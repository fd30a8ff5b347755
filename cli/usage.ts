import { type Locale, textOf } from '@/domain/sentence';
import { type Command, say } from './command';

const program = 'npm run fairway --';

const optionText = (name: string, value?: string): string => (value ? `--${name} ${value}` : `--${name}`);

/** The one line that shows how a command is written. */
export function synopsis(c: Command): string {
  const options = Object.entries(c.options ?? {}).map(([name, o]) => {
    const text = optionText(name, o.value);
    return o.required ? text : `[${text}]`;
  });
  const argument = c.argument ? [c.argument.many ? `${c.argument.name}…` : c.argument.name] : [];
  return [program, c.noun, c.verb, ...options, ...argument].join(' ');
}

const columns = (rows: [string, string][]): string[] => {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** All that a command takes. */
export function helpOf(c: Command, locale: Locale): string {
  const rows: [string, string][] = Object.entries(c.options ?? {}).map(([name, o]) => [
    optionText(name, o.value),
    say(o.summary, locale) + (o.required ? ` (${textOf(locale, 'cli.required')})` : ''),
  ]);
  if (c.argument) rows.push([c.argument.name + (c.argument.many ? '…' : ''), say(c.argument.summary, locale)]);
  rows.push(['--json', textOf(locale, 'cli.jsonOption')]);
  return [say(c.summary, locale), '', `  ${synopsis(c)}`, '', ...columns(rows)].join('\n');
}

/** All commands, or those of a noun. */
export function helpOfAll(commands: readonly Command[], locale: Locale): string {
  const rows = commands.map((c): [string, string] => [`${c.noun} ${c.verb}`, say(c.summary, locale)]);
  return [
    textOf(locale, 'cli.usage', { program }),
    '',
    ...columns(rows),
    '',
    textOf(locale, 'cli.more', { program }),
  ].join('\n');
}
