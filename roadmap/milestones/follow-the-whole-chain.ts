import { milestone } from '../milestone';

export const followTheWholeChain = milestone({
  id: 'follow-the-whole-chain',
  stage: 3,
  mechanism: 'collaboration',
  title: { en: 'Follow the whole chain', zh: '全链路可追踪' },
  why: {
    en: 'Four parcels in five can be followed through all seven nodes.',
    zh: '五分之四的包裹七个节点全程可追踪。',
  },
  reach: { kpi: 'C05', at: 80, direction: 'higher' },
  dueAfterDays: 365,
  after: 'see-the-parcel',
});
