import { z } from 'zod';
import type { previewFile } from '@/domain/ingest/preview-file';
import type { Locale } from '@/domain/sentence';
import { Mapping } from './mapping';
import { RowProblem, rowProblemJson } from './row-problem';

export const Preview = z
  .strictObject({
    header: z.array(z.string()),
    container: z.string(),
    encoding: z.string().nullable(),
    separator: z.string().nullable(),
    mapping: Mapping.describe('As given, completed by suggestion'),
    suggested: z.boolean(),
    unmapped: z.array(z.string()).describe('Required fields without a column'),
    warnings: z.array(RowProblem),
    rows: z.array(
      z.strictObject({
        line: z.int(),
        cells: z.array(z.string()),
        values: z.record(z.string(), z.string().nullable()).nullable(),
        problems: z.array(RowProblem),
      }),
    ),
  })
  .meta({ id: 'Preview' });

export const previewJson = (p: Awaited<ReturnType<typeof previewFile>>, locale: Locale): z.input<typeof Preview> => ({
  header: [...p.header],
  container: p.container,
  encoding: p.encoding ?? null,
  separator: p.separator ?? null,
  mapping: p.mapping,
  suggested: p.suggested,
  unmapped: [...p.unmapped],
  warnings: p.warnings.map((w) => rowProblemJson(w, locale)),
  rows: p.rows.map((row) => ({
    line: row.line,
    cells: [...row.cells],
    values: row.values,
    problems: row.problems.map((w) => rowProblemJson(w, locale)),
  })),
});
