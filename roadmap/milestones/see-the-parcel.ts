import { milestone } from '../milestone';

export const seeTheParcel = milestone({
  id: 'see-the-parcel',
  stage: 1,
  mechanism: 'collaboration',
  title: { en: 'See the parcel', zh: '看得见包裹' },
  why: {
    en: 'Half of the delivered parcels have every node on record, customs included.',
    zh: '一半以上已签收包裹的全部节点（含清关）都有记录。',
  },
  reach: { kpi: 'C05', at: 50, direction: 'higher' },
  dueAfterDays: 120,
});
