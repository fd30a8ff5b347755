import { z } from 'zod';
import { Refusal } from '@/domain/errors';
import { readEvidence as read } from '@/domain/measurements/read-evidence';
import { placeOf } from '../cursor';
import { operation } from '../operation';
import { Evidence, evidenceJson } from '../shapes/evidence';
import { KpiId } from '../shapes/kpi-id';
import { Window } from '../shapes/reading';
import { DayText, paging } from '../shapes/scalar';

export const readEvidence = operation({
  id: 'kpis.evidence',
  method: 'GET',
  path: '/kpis/{id}/evidence',
  summary: 'The rows behind a value, or those left out with the reason, and totals that reconcile with it',
  permission: 'record.read',
  params: z.object({ id: KpiId }),
  query: z.object({
    at: DayText.optional(),
    window: Window.optional(),
    part: z.enum(['numerator', 'denominator', 'excluded']).optional(),
    dim: z.string().max(40).optional().describe('With `key`: only this part of a breakdown'),
    key: z.string().max(200).optional(),
    text: z
      .string()
      .max(100)
      .optional()
      .describe(
        'Only rows that hold this text in a column of text or codes, as it is stored or in the words of either language',
      ),
    ...paging,
  }),
  status: 200,
  response: Evidence,
  async run(work, { params, query }) {
    const cursor = query.cursor ? placeOf(query.cursor, 1)[0] : undefined;
    const found = await read(work, { kpi: params.id, ...query, cursor });
    if (query.text && !found.searchable) throw new Refusal('rows_not_searchable', 422, {}, 'text');
    return evidenceJson(found, work.tenant.currency);
  },
});
