import { textIn } from '@/app/forms/parse';
import type { MappingInput } from '@/domain/ingest/mapping';

/** Fields of the mapping's form: `column.<field>`, `constant.<field>`, and the rest by name. */
function parts(data: FormData, prefix: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of data.entries())
    if (name.startsWith(prefix) && typeof value === 'string' && value.trim())
      found[name.slice(prefix.length)] = value.trim();
  return found;
}

/** `EIRE = IE`, one a line; what is no such line is kept to be refused by name. */
const countryNamesIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const at = line.lastIndexOf('=');
        return at < 0
          ? [line, '']
          : [
              line.slice(0, at).trim(),
              line
                .slice(at + 1)
                .trim()
                .toUpperCase(),
            ];
      }),
  );

/** The mapping that a form describes. Another target or header than before asks for columns to be suggested anew. */
export function mappingIn(data: FormData): Partial<MappingInput> {
  const target = textIn(data, 'target');
  const headerLine = textIn(data, 'headerLine');
  const formats = {
    target,
    timezone: textIn(data, 'timezone') || undefined,
    dateFormat: textIn(data, 'dateFormat') || undefined,
    decimal: textIn(data, 'decimal') === ',' ? (',' as const) : ('.' as const),
    encoding: textIn(data, 'encoding') || undefined,
    separator: textIn(data, 'separator').replace('\\t', '\t') || undefined,
    headerLine: headerLine === '' ? undefined : Number(headerLine),
  };
  if (target !== textIn(data, 'targetWas') || headerLine !== textIn(data, 'headerLineWas')) return formats;
  const columns = parts(data, 'column.');
  const constants = Object.fromEntries(Object.entries(parts(data, 'constant.')).filter(([field]) => !columns[field]));
  return {
    ...formats,
    columns,
    constants,
    nonProductSkus: textIn(data, 'nonProductSkus')
      .split(/[,，;；\n]/)
      .map((sku) => sku.trim())
      .filter(Boolean),
    countryNames: countryNamesIn(textIn(data, 'countryNames')),
  };
}
