import { milestone } from '../milestone';

export const bringBuyersBack = milestone({
  id: 'bring-buyers-back',
  stage: 2,
  mechanism: 'data-driven',
  title: { en: 'Bring buyers back', zh: '让客户再来' },
  why: {
    en: 'One buyer in five orders again within twelve months.',
    zh: '五分之一的客户在十二个月内再次购买。',
  },
  reach: { kpi: 'D06', at: 20, direction: 'higher' },
  dueAfterDays: 330,
  after: 'link-the-data',
});
