import { z } from 'zod';
import type { listRejects } from '@/domain/ingest/list-rejects';
import { type Locale, problemSentence } from '@/domain/sentence';

export const Reject = z
  .strictObject({
    id: z.string(),
    line: z.int(),
    field: z.string().nullable(),
    value: z.string().nullable(),
    code: z.string(),
    message: z.string().describe('In the language of Accept-Language'),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    raw: z.record(z.string(), z.unknown()).describe('The row as it came'),
    status: z.enum(['open', 'replayed', 'superseded']),
  })
  .meta({ id: 'Reject' });

type Listed = Awaited<ReturnType<typeof listRejects>>['data'][number];

export const rejectJson = (r: Listed, locale: Locale): z.input<typeof Reject> => ({
  id: String(r.id),
  line: r.line,
  field: r.field,
  value: r.value,
  code: r.code,
  message: problemSentence(locale, r.code, { field: r.field ?? '', value: r.value ?? '', ...r.params }),
  params: r.params,
  raw: r.raw,
  status: r.status,
});
