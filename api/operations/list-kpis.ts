import { kpisSeen } from '@/domain/limits/limited';
import { operation } from '../operation';
import { Kpi, kpiJson } from '../shapes/kpi';
import { listOf } from '../shapes/scalar';

export const listKpis = operation({
  id: 'kpis.list',
  method: 'GET',
  path: '/kpis',
  summary: 'The catalogue of KPIs',
  permission: 'measurement.read',
  status: 200,
  response: listOf(Kpi),
  async run(work) {
    return { data: kpisSeen(work).map(kpiJson), next: null };
  },
});
