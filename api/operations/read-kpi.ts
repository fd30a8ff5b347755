import { z } from 'zod';
import { readKpi as read } from '@/domain/measurements/read-kpi';
import { operation } from '../operation';
import { KpiId } from '../shapes/kpi-id';
import { Reading, readingJson, Window } from '../shapes/reading';
import { DayText } from '../shapes/scalar';

export const readKpi = operation({
  id: 'kpis.read',
  method: 'GET',
  path: '/kpis/{id}',
  summary: 'A KPI’s value, or null with the reason',
  permission: 'measurement.read',
  params: z.object({ id: KpiId }),
  query: z.object({
    at: DayText.optional().describe('The last day of the window; by default the day of the data'),
    window: Window.optional(),
    by: z.string().max(40).optional().describe('channel, country, carrier … where the KPI has it'),
  }),
  status: 200,
  response: Reading,
  async run(work, { params, query }) {
    return readingJson(await read(work, { kpi: params.id, ...query }), work.tenant.currency);
  },
});
