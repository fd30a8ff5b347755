import { FileProblem } from '@/lib/files/file-problem';
import { openTable } from '@/lib/files/open-table';
import { isCurrencyCode } from '@/lib/values/currencies';
import { detectFormats } from '@/lib/values/detect-formats';
import { notFound, Refusal } from '../errors';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';
import { type Mapping, type MappingInput, parseMapping, readingOf, unmappedFields } from './mapping';
import type { Problem } from './problem';
import { rowReader, type Values } from './read-row';
import { tried } from './row-maker';
import { suggestColumns, suggestTarget } from './suggest-mapping';
import { findTarget } from './targets';
import { checkUpload, type Upload } from './uploads';

export interface Preview {
  header: string[];
  container: string;
  encoding: string | null;
  separator: string | null;
  mapping: Mapping;
  /** True when nobody gave the mapping. */
  suggested: boolean;
  /** Required fields without a column or constant. */
  unmapped: string[];
  warnings: Problem[];
  rows: { line: number; cells: string[]; values: Record<string, string | null> | null; problems: Problem[] }[];
}

const previewRows = 20;
const sampleRows = 500;

/**
 * Reads the first rows of an upload and shows what a mapping makes of them, and what would hold them back. Without a mapping, that of the feed is taken,
 * else one is suggested from the header (English and Chinese names) and the first rows' formats. A file's rows are of any channel:
 * readers with limits are refused (`limited`).
 */
export async function previewFile(
  work: Work,
  input: { upload: Upload; feedId?: string; mapping?: Partial<MappingInput> },
): Promise<Preview> {
  work.require('feed.read');
  if (isLimited(work)) throw new Refusal('limited', 403);
  const upload = checkUpload(work, input.upload);
  const saved = input.feedId ? await savedMapping(work, input.feedId) : null;
  const given = input.mapping ?? saved ?? undefined;
  const table = await openTable(upload.path, { ...readingOf(given ?? {}), fileName: upload.name }).catch(fileRefusal);
  try {
    const sample: { line: number; cells: string[]; problem?: Problem }[] = [];
    for await (const batch of table.rows()) {
      sample.push(...batch.slice(0, sampleRows - sample.length));
      if (sample.length >= sampleRows) break;
    }
    const { header } = table;
    const matches = given?.columns && Object.values(given.columns).some((c) => header.includes(c));
    const mapping =
      given && (input.mapping || matches) ? complete(given, header) : suggest(work, header, sample, given?.target);
    const { read, missing } = rowReader(mapping, header);
    const wide = mapping.target === 'fx_rate' && !mapping.columns.currency && header.some(isCurrencyCode);
    const ambiguous = formatWarnings(mapping, header, sample, given?.decimal !== undefined);
    const rows = sample.slice(0, previewRows).map(({ line, cells, problem }) => {
      if (problem) return { line, cells, broken: true, values: {}, problems: [problem] };
      const { values, problems } = read(cells);
      return {
        line,
        cells,
        broken: false,
        values,
        problems: wide ? problems.filter((p) => p.field === 'on') : problems,
      };
    });
    return {
      header,
      container: table.container,
      encoding: table.encoding,
      separator: table.separator,
      mapping,
      suggested: !given || !(input.mapping || matches),
      // The ECB's own layout has a column a currency (see wide-rates.ts): nothing is missing from it.
      unmapped: wide ? [] : unmappedFields(mapping),
      warnings: [...missing, ...ambiguous],
      rows: (wide ? rows : await tried(work, mapping, rows)).map(({ broken, values, ...row }) => ({
        ...row,
        values: broken ? null : asTexts(values),
      })),
    };
  } catch (error) {
    return fileRefusal(error);
  } finally {
    await table.close();
  }
}

/** Values as a preview tells them. */
export const asTexts = (values: Values): Record<string, string | null> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)]));

/** A fault of the file as a refusal at the field `file`. */
function fileRefusal(error: unknown): never {
  if (error instanceof FileProblem) throw new Refusal(`file_${error.code}`, 422, error.params, 'file');
  throw error;
}

async function savedMapping(work: Work, feedId: string): Promise<Mapping | null> {
  const [feed] = await work.query<{ mapping: Mapping | null }>(
    'select mapping from app.feeds where tenant_id = $1 and id = $2',
    [work.tenant.id, feedId],
  );
  if (!feed) throw notFound('feed');
  return feed.mapping;
}

/** A mapping whose target was chosen but whose columns were not gets the columns suggested. */
function complete(given: Partial<MappingInput>, header: readonly string[]): Mapping {
  const target = given.target ?? suggestTarget(header).target;
  const found = findTarget(target);
  const columns = given.columns ?? (found ? suggestColumns(found, header).columns : {});
  return parseMapping({ ...given, target, columns });
}

type Sample = readonly { cells: readonly string[] }[];

const columnCells = (column: string | undefined, header: readonly string[], sample: Sample): string[] => {
  const index = column ? header.indexOf(column) : -1;
  return index < 0 ? [] : sample.map((row) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '');
};

function suggest(work: Work, header: readonly string[], sample: Sample, wanted?: string): Mapping {
  const { target, columns } = suggestTarget(header, wanted);
  const formats = formatsOf({ target, columns }, header, sample);
  return parseMapping({
    target,
    columns,
    timezone: work.tenant.zone,
    ...(formats.dateFormat ? { dateFormat: formats.dateFormat } : {}),
    ...(formats.decimal ? { decimal: formats.decimal } : {}),
  });
}

const cellsOf = (
  { target, columns }: Pick<Mapping, 'target' | 'columns'>,
  header: readonly string[],
  sample: Sample,
  kinds: readonly string[],
): string[] =>
  Object.entries(findTarget(target)!.fields)
    .filter(([, field]) => kinds.includes(field.kind))
    .flatMap(([name]) => columnCells(columns[name], header, sample));

const numbers = ['decimal', 'money'];

const formatsOf = (mapping: Pick<Mapping, 'target' | 'columns'>, header: readonly string[], sample: Sample) =>
  detectFormats({
    dates: cellsOf(mapping, header, sample, ['instant', 'date']),
    numbers: cellsOf(mapping, header, sample, numbers),
  });

/** What the file leaves open and nobody has decided: whether the day or the month comes first, what a comma in a number is. */
function formatWarnings(mapping: Mapping, header: readonly string[], sample: Sample, decimalGiven: boolean): Problem[] {
  const { ambiguous, decimalAmbiguous } = formatsOf(mapping, header, sample);
  const warnings: Problem[] = [];
  if (ambiguous && !mapping.dateFormat)
    warnings.push({ code: 'day_month_ambiguous', params: { first: ambiguous[0], second: ambiguous[1] } });
  if (decimalAmbiguous && !decimalGiven) {
    const example = cellsOf(mapping, header, sample, numbers).find((cell) => /\d[.,]\d/.test(cell)) ?? '';
    warnings.push({ code: 'decimal_ambiguous', params: { example } });
  }
  return warnings;
}
