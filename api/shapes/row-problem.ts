import { z } from 'zod';
import { type Locale, problemSentence } from '@/domain/sentence';

/** What is wrong with a row or a value of a file. */
export const RowProblem = z
  .strictObject({ code: z.string(), field: z.string().nullable(), value: z.string().nullable(), message: z.string() })
  .meta({ id: 'RowProblem' });

export const rowProblemJson = (
  p: { code: string; field?: string; value?: string; params?: Record<string, string | number> },
  locale: Locale,
): z.input<typeof RowProblem> => ({
  code: p.code,
  field: p.field ?? null,
  value: p.value ?? null,
  message: problemSentence(locale, p.code, {
    ...(p.field ? { field: p.field } : {}),
    ...(p.value ? { value: p.value } : {}),
    ...p.params,
  }),
});
