import { z } from 'zod';
import { readSeries as read } from '@/domain/measurements/read-series';
import { operation } from '../operation';
import { KpiId } from '../shapes/kpi-id';
import { NullReason, ReadingStatus, Window } from '../shapes/reading';
import { DayText, listOf } from '../shapes/scalar';

export const readSeries = operation({
  id: 'kpis.series',
  method: 'GET',
  path: '/kpis/{id}/series',
  summary: 'A KPI’s values over time; a week or month shows its last day',
  permission: 'measurement.read',
  params: z.object({ id: KpiId }),
  query: z.object({
    window: Window.optional(),
    from: DayText.optional(),
    to: DayText.optional(),
    grain: z.enum(['day', 'week', 'month']).optional(),
  }),
  status: 200,
  response: listOf(
    z
      .strictObject({
        day: DayText,
        value: z.number().nullable(),
        reason: NullReason.nullable(),
        status: ReadingStatus,
      })
      .meta({ id: 'SeriesPoint' }),
  ),
  async run(work, { params, query }) {
    const points = await read(work, { kpi: params.id, ...query });
    return { data: points.map(({ day, value, reason, status }) => ({ day, value, reason, status })), next: null };
  },
});
