import { seedDemo } from '@/db/seed/demo';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { table } from '../table';

export const demoSeed = command({
  noun: 'demo',
  verb: 'seed',
  summary: { en: 'Make the demo tenants where they are missing', zh: '创建缺少的演示企业' },
  async run({ locale, note }) {
    const signIns = await seedDemo(note);
    const headings = ['tenant', 'email', 'password'].map((h) => textOf(locale, `cli.column.${h}`));
    return {
      data: { data: signIns, next: null },
      lines: table(
        headings,
        signIns.map((s) => [s.tenant, s.email, s.password]),
      ),
    };
  },
});
