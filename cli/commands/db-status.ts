import { readiness } from '@/domain/readiness/readiness';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { table } from '../table';

export const dbStatus = command({
  noun: 'db',
  verb: 'status',
  summary: {
    en: 'Whether database, migrations, queue and worker are ready',
    zh: '数据库、迁移、队列与后台进程是否就绪',
  },
  async run({ locale }) {
    const state = await readiness();
    const rows = Object.entries(state.checks).map(([name, c]) => [
      textOf(locale, `cli.check.${name}`),
      textOf(locale, c.ok ? 'cli.check.ok' : 'cli.check.not'),
      c.detail ?? '',
    ]);
    return {
      data: state,
      lines: table(
        ['part', 'state', 'detail'].map((h) => textOf(locale, `cli.column.${h}`)),
        rows,
      ),
      // The other two are a matter of the worker, not of the database.
      failed: !state.checks.database.ok || !state.checks.migrations.ok,
    };
  },
});
