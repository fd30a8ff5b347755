import { z } from 'zod';
import { setAnchors as set } from '@/domain/anchors/set-anchors';
import { json } from '../body';
import { operation } from '../operation';
import { AnchorsShape, AnchorVersion, anchorVersionJson } from '../shapes/anchors';
import { KpiId } from '../shapes/kpi-id';

export const setAnchors = operation({
  id: 'anchors.set',
  method: 'POST',
  path: '/kpis/{id}/anchors',
  summary:
    'Set the firm’s own anchors of a KPI from today on, where no source prescribes them; null: the default again',
  permission: 'rule.manage',
  params: z.object({ id: KpiId }),
  body: json(
    z
      .strictObject({
        anchors: AnchorsShape.nullable(),
        reason: z.string().nullable().optional(),
        after: z.int().min(0).optional().describe('The newest version known; refused when there is a newer one'),
      })
      .meta({ id: 'NewAnchors', examples: [{ anchors: { floor: 0.5, pass: 0.2, target: 0.1 } }] }),
  ),
  status: 201,
  response: AnchorVersion,
  async run(work, { params, body }) {
    return anchorVersionJson(await set(work, { kpi: params.id, ...body }));
  },
});
