import { milestone } from '../milestone';

export const spreadTheMarkets = milestone({
  id: 'spread-the-markets',
  stage: 3,
  mechanism: 'ecosystem',
  title: { en: 'Spread the markets', zh: '分散市场' },
  why: {
    en: 'A country concentration of at most 2,500 points: as if four equal countries bought.',
    zh: '国别集中度不超过 2,500 点：相当于至少四个均等的市场。',
  },
  reach: { kpi: 'E07', at: 2500, direction: 'lower' },
  dueAfterDays: 365,
});
