import { milestone } from '../milestone';

export const loosenThePlatform = milestone({
  id: 'loosen-the-platform',
  stage: 2,
  mechanism: 'ecosystem',
  title: { en: 'No platform above 65%', zh: '单一平台不超过 65%' },
  why: {
    en: 'No owner of platforms can switch off more than 65% of the revenue.',
    zh: '任何一个平台集团都不能左右超过 65% 的收入。',
  },
  reach: { kpi: 'E01', at: 0.65, direction: 'lower' },
  dueAfterDays: 240,
});
