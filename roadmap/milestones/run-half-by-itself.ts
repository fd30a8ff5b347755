import { milestone } from '../milestone';

export const runHalfByItself = milestone({
  id: 'run-half-by-itself',
  stage: 2,
  mechanism: 'collaboration',
  title: { en: 'Let half the work run by itself', zh: '一半流程自动运行' },
  why: {
    en: 'Half of the recorded steps are done by systems; people take the exceptions.',
    zh: '一半的流程步骤由系统完成，人只处理例外。',
  },
  reach: { kpi: 'C01', at: 50, direction: 'higher' },
  dueAfterDays: 210,
  after: 'see-the-parcel',
});
