import { z } from 'zod';
import { listAnchorSets } from '@/domain/anchors/read-anchors';
import { cursorOf, placeOf } from '../cursor';
import { operation } from '../operation';
import { AnchorVersion, anchorVersionJson } from '../shapes/anchors';
import { KpiId } from '../shapes/kpi-id';
import { listOf, paging } from '../shapes/scalar';

export const listAnchors = operation({
  id: 'anchors.list',
  method: 'GET',
  path: '/kpis/{id}/anchors/versions',
  summary: 'Every version of a KPI’s anchors that the firm ever set, newest first',
  permission: 'rule.read',
  params: z.object({ id: KpiId }),
  query: z.object({ ...paging }),
  status: 200,
  response: listOf(AnchorVersion),
  async run(work, { params, query: { cursor, limit } }) {
    const before = cursor ? Number(placeOf(cursor, 1)[0]) : undefined;
    const page = await listAnchorSets(work, { kpi: params.id, before, limit });
    return { data: page.data.map(anchorVersionJson), next: page.next === null ? null : cursorOf([String(page.next)]) };
  },
});
