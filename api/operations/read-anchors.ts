import { z } from 'zod';
import { readAnchors as read } from '@/domain/anchors/read-anchors';
import { operation } from '../operation';
import { AnchorVersion, anchorVersionJson } from '../shapes/anchors';
import { KpiId } from '../shapes/kpi-id';
import { DayText } from '../shapes/scalar';

export const readAnchors = operation({
  id: 'anchors.read',
  method: 'GET',
  path: '/kpis/{id}/anchors',
  summary: 'By which anchors a KPI is scored on a day, today by default: the firm’s own, or those of the catalogue',
  permission: 'rule.read',
  params: z.object({ id: KpiId }),
  query: z.object({ at: DayText.optional() }),
  status: 200,
  response: AnchorVersion,
  async run(work, { params, query }) {
    return anchorVersionJson(await read(work, { kpi: params.id, ...query }));
  },
});
