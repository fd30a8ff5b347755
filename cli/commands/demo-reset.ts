import { resetDemo } from '@/db/seed/reset';
import { textOf } from '@/domain/sentence';
import { command } from '../command';

export const demoReset = command({
  noun: 'demo',
  verb: 'reset',
  summary: { en: 'Remove the demo tenants with all they hold', zh: '删除演示企业及其全部数据' },
  async run({ locale }) {
    const removed = await resetDemo();
    return { data: { removed }, lines: [textOf(locale, 'cli.demoRemoved', { count: removed.length })] };
  },
});
