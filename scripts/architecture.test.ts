import { expect, test } from 'vitest';
import { findBreaches } from './architecture';

const breaches = (path: string, text: string) => findBreaches([{ path, text }]);

test('imports along the plan are fine', () => {
  expect(breaches('domain/feeds/connect-feed.ts', "import { query } from '@/db/client';")).toEqual([]);
  expect(breaches('domain/digests/send.ts', "import { daily } from '@/emails/daily';")).toEqual([]);
  expect(breaches('app/page.tsx', "import { today } from '@/domain/measurements/read-today';")).toEqual([]);
  expect(breaches('lib/lock.ts', "import { join } from 'node:path';\nimport { z } from 'zod';")).toEqual([]);
});

test.each([
  ['lib/day.ts', "import { order } from '@/records/order';", 'lib must not know records'],
  ['domain/feeds/a.ts', "import { enqueue } from '../../workers/queue';", 'domain must not know workers'],
  ['api/a.ts', "import { daily } from '@/emails/daily';", 'api must not know emails'],
  ['app/a.ts', "import { openQueues } from '@/workers/queue';", 'app must not know workers'],
  ['kpis/a.ts', "const { query } = await import('@/db/client');", 'kpis must not know db'],
  ['app/page.tsx', "import { pool } from '@/db/client';", 'app must not know db'],
  ['components/a.tsx', "import type { Feed } from '@/domain/feeds/feed';", 'components must not know domain'],
  ['domain/a.ts', "import { Queue } from 'bullmq';", 'uses bullmq'],
  ['components/a.tsx', "import { AreaChart } from '@tremor/react';", 'uses @tremor/react'],
  ['domain/a.ts', 'const key = process.env.KEY;', 'uses process.env'],
  ['app/a.ts', "import { cookies, headers } from 'next/headers';", 'uses the cookies of a request'],
  ['domain/a.ts', 'const at = new Date();', 'uses the wall clock'],
  ['domain/utils.ts', '', 'is a drawer'],
])('%s: %s', (path, text, breach) => {
  expect(breaches(path, text).join('\n')).toContain(breach);
});

test('comments and tests may speak of anything', () => {
  expect(breaches('domain/a.ts', '/** like Date.now() */\n// process.env')).toEqual([]);
  expect(breaches('lib/a.test.ts', "import { order } from '@/records/order';")).toEqual([]);
});

test('cycles are found, unless only types go round', () => {
  const a = { path: 'lib/a.ts', text: "import { b } from './b';" };
  expect(findBreaches([a, { path: 'lib/b.ts', text: "import { a } from '@/lib/a';" }])).toEqual([
    'A cycle: lib/a.ts → lib/b.ts → lib/a.ts.',
  ]);
  expect(findBreaches([a, { path: 'lib/b.ts', text: "import type { A } from './a';" }])).toEqual([]);
});
