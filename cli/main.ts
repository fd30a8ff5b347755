import { database } from '@/db/client';
import { run } from './run';

/** The language of the person's system. */
const locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en';

const code = await run(
  process.argv.slice(2),
  { out: (text) => process.stdout.write(`${text}\n`), error: (text) => process.stderr.write(`${text}\n`) },
  locale,
);
await database()
  .close()
  .catch(() => {});
process.exitCode = code;
