import { seedDemo } from '@/db/seed/demo';
import { resetDemo } from '@/db/seed/reset';
import { textOf } from '@/domain/sentence';
import { forgetOrders } from '@/workers/leaving/forget-orders';
import { command } from '../command';
import { signInLines } from './demo-seed';

export const demoReset = command({
  noun: 'demo',
  verb: 'reset',
  summary: {
    en: 'Remove the demo tenants with all they hold and make them anew',
    zh: '删除演示企业及其全部数据并重新创建',
  },
  async run({ locale, note }) {
    const removed = await resetDemo(forgetOrders);
    note(textOf(locale, 'cli.demoRemoved', { count: removed.length }));
    const signIns = await seedDemo(note);
    return { data: { removed, data: signIns, next: null }, lines: signInLines(signIns, locale) };
  },
});
