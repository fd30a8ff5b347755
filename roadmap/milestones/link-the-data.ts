import { milestone } from '../milestone';

export const linkTheData = milestone({
  id: 'link-the-data',
  stage: 1,
  mechanism: 'data-driven',
  title: { en: 'Link the data', zh: '打通数据' },
  why: {
    en: 'Six in ten rows find their counterpart in the other systems; until then every other number has holes.',
    zh: '六成以上的数据能在其他系统找到对应记录；在此之前，其他指标都有缺口。',
  },
  reach: { kpi: 'D01', at: 0.4, direction: 'lower' },
  dueAfterDays: 90,
});
