import type { Reader } from '@/app/shell/reader';
import type { Mapping } from '@/domain/ingest/mapping';
import type { Problem } from '@/domain/ingest/problem';
import { findTarget, targets } from '@/domain/ingest/targets';
import { isCurrencyCode } from '@/lib/values/currencies';
import type { Field } from '@/records/record';

/** A mapping and what it makes of the first rows, translated and formatted: what the mapping's form shows. */
export interface PreviewView {
  target: string;
  targets: { value: string; label: string }[];
  header: string[];
  fields: { name: string; title: string; required: boolean; column: string; constant: string; example: string }[];
  formats: {
    timezone: string;
    dateFormat: string;
    decimal: string;
    nonProductSkus: string;
    countryNames: string;
    encoding: string;
    separator: string;
    headerLine: string;
  };
  recognised: { encoding: string; separator: string };
  suggested: boolean;
  /** What the file's layout brings without a mapping. */
  brings: string | null;
  unmapped: string | null;
  warnings: string[];
  columns: { name: string; title: string; end: boolean }[];
  rows: { line: number; cells: { text: string; bad: boolean }[]; problems: string[] }[];
  good: number;
  error: string | null;
}

interface Source {
  header: string[];
  mapping: Mapping;
  encoding: string | null;
  separator: string | null;
  suggested: boolean;
  unmapped: string[];
  warnings: Problem[];
  rows: { line: number; cells: string[]; values: Record<string, string | null> | null; problems: Problem[] }[];
}

const isNumber = (field: Field): boolean => ['decimal', 'money', 'integer'].includes(field.kind);

/** A value as it was read, in the reader's formats: an instant in the reader's zone shows at once whether the zone is right. */
function shown({ f }: Reader, field: Field, text: string | null): string {
  if (text === null) return '–';
  if (field.kind === 'instant') return f.stamp(new Date(text));
  if (field.kind === 'country') return `${f.country(text)} (${text})`;
  if (isNumber(field)) return f.number(Number(text), 6);
  return text;
}

/** What a problem says, with the field by its title. */
export function problemText(reader: Reader, target: string, { code, field, value, params }: Problem): string {
  const title = field ? findTarget(target)?.fields[field]?.title : undefined;
  const name = title ? reader.say(title) : (field ?? '');
  const sentence = reader.problem(code, { field: name, value: value ?? '', ...params });
  return name && !sentence.includes(name) ? `${name}${reader.t('list.colon')}${sentence}` : sentence;
}

export function previewView(reader: Reader, source: Source): PreviewView {
  const { t, say, f } = reader;
  const { mapping, header } = source;
  const target = findTarget(mapping.target)!;
  const entries = Object.entries(target.fields);
  // The ECB's own layout: a column a currency, and nothing to be mapped but the day.
  const currencies =
    mapping.target === 'fx_rate' && !mapping.columns.currency ? header.filter(isCurrencyCode).length : 0;
  const mapped = entries.filter(([name]) => mapping.columns[name] || mapping.constants[name]);
  return {
    target: mapping.target,
    targets: targets.map((one) => ({ value: one.name, label: say(one.title) })),
    header,
    fields: entries.map(([name, field]) => {
      const column = mapping.columns[name] ?? '';
      const index = column ? header.indexOf(column) : -1;
      return {
        name,
        title: say(field.title),
        required: Boolean(field.required) && !(currencies > 0 && ['currency', 'rate'].includes(name)),
        column,
        constant: mapping.constants[name] ?? '',
        example: index < 0 ? '' : (source.rows.find((row) => row.cells[index]?.trim())?.cells[index] ?? ''),
      };
    }),
    formats: {
      timezone: mapping.timezone,
      dateFormat: mapping.dateFormat ?? '',
      decimal: mapping.decimal,
      nonProductSkus: mapping.nonProductSkus.join(', '),
      countryNames: Object.entries(mapping.countryNames)
        .map(([name, code]) => `${name} = ${code}`)
        .join('\n'),
      encoding: mapping.encoding ?? '',
      separator: mapping.separator?.replace('\t', '\\t') ?? '',
      headerLine: mapping.headerLine === undefined ? '' : String(mapping.headerLine),
    },
    recognised: { encoding: source.encoding ?? '', separator: source.separator?.replace('\t', '\\t') ?? '' },
    suggested: source.suggested,
    brings: currencies > 0 ? t('importPage.bringsCurrencies', { count: currencies }) : null,
    unmapped: source.unmapped.length
      ? t('importPage.unmapped', { fields: f.list(source.unmapped.map((name) => say(target.fields[name]!.title))) })
      : null,
    warnings: source.warnings.map((warning) => problemText(reader, mapping.target, warning)),
    columns: mapped.map(([name, field]) => ({ name, title: say(field.title), end: isNumber(field) })),
    rows: source.rows.map((row) => ({
      line: row.line,
      cells: mapped.map(([name, field]) => {
        const problem = row.problems.find((one) => one.field === name);
        return {
          text: problem ? (problem.value ?? '–') : shown(reader, field, row.values?.[name] ?? null),
          bad: Boolean(problem),
        };
      }),
      // A field without a column is missing in every row alike: that is said once, above.
      problems: row.problems
        .filter((problem) => !(problem.field && source.unmapped.includes(problem.field)))
        .map((problem) => problemText(reader, mapping.target, problem)),
    })),
    good: source.rows.filter((row) => row.problems.length === 0).length,
    error: null,
  };
}
