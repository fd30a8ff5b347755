import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

type Messages = { [key: string]: string | Messages };

function flat(messages: Messages, prefix = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** The names that a text needs filled in, in order; tags count too. */
function gaps(text: string): string {
  const names = new Set<string>();
  const walk = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.value);
      if (element.type === TYPE.tag) walk(element.children);
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(text));
  return [...names].sort().join(', ');
}

/** What one language has that the other lacks, a sentence each. */
export function compareMessages(en: Messages, zh: Messages): string[] {
  const languages = [
    ['en.json', flat(en), 'zh-CN.json', flat(zh)],
    ['zh-CN.json', flat(zh), 'en.json', flat(en)],
  ] as const;
  return languages.flatMap(([here, texts, there, others]) =>
    [...texts].flatMap(([key, text]) => {
      if (text.trim() === '') return [`${here}: "${key}" is empty.`];
      const other = others.get(key);
      if (other === undefined) return [`${there}: "${key}" is missing.`];
      if (here === 'en.json' && gaps(text) !== gaps(other)) {
        return [`${there}: "${key}" fills in {${gaps(other)}}, and ${here} {${gaps(text)}}.`];
      }
      return [];
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = (name: string) => JSON.parse(readFileSync(`messages/${name}`, 'utf8')) as Messages;
  const faults = compareMessages(read('en.json'), read('zh-CN.json'));
  for (const fault of faults) console.error(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
