import { milestone } from '../milestone';

export const keepThePromise = milestone({
  id: 'keep-the-promise',
  stage: 2,
  mechanism: 'collaboration',
  title: { en: 'Keep the promise', zh: '兑现承诺' },
  why: {
    en: '88 of 100 order lines arrive in full by the promised day.',
    zh: '每 100 个订单行有 88 个按承诺日期足量送达。',
  },
  reach: { kpi: 'C07', at: 88, direction: 'higher' },
  dueAfterDays: 210,
  after: 'see-the-parcel',
});
