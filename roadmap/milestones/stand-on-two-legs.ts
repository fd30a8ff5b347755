import { milestone } from '../milestone';

export const standOnTwoLegs = milestone({
  id: 'stand-on-two-legs',
  stage: 3,
  mechanism: 'ecosystem',
  title: { en: 'Stand on two legs', zh: '两条腿走路' },
  why: {
    en: 'The largest platform brings no more than half of the revenue; own site and others bring the rest.',
    zh: '最大平台的收入不超过一半，其余来自独立站和其他渠道。',
  },
  reach: { kpi: 'E01', at: 0.5, direction: 'lower' },
  dueAfterDays: 450,
  after: 'loosen-the-platform',
});
