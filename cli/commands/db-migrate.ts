import { database } from '@/db/client';
import { migrate, pendingMigrations } from '@/db/migrate';
import { loadEcbRates } from '@/db/seed/load-ecb-rates';
import { textOf } from '@/domain/sentence';
import { env } from '@/lib/env';
import { command } from '../command';

export const dbMigrate = command({
  noun: 'db',
  verb: 'migrate',
  summary: { en: 'Bring the database and the ECB’s rates up to date', zh: '将数据库与欧洲央行汇率更新到最新' },
  async run({ locale }) {
    const { ownerUrl } = database();
    const pending = await pendingMigrations(ownerUrl);
    // Roles and walls are put up anew each time, so it is run also when nothing is pending.
    await migrate(ownerUrl, env().AUTH_SECRET);
    await loadEcbRates(ownerUrl);
    const line = pending.length
      ? textOf(locale, 'cli.migrated', { names: pending.join(', ') })
      : textOf(locale, 'cli.upToDate');
    return { data: { applied: pending }, lines: [line] };
  },
});
