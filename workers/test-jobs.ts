import { z } from 'zod';
import { withTenant } from '@/domain/work';
import { type JobDefinition, job } from './job';

/** Jobs for tests of the machinery: each leaves a trace among the tenant's notes, which needs no other verb. */
export function testJobs(trouble: { failures?: number; holdMs?: number } = {}) {
  const seen = { running: 0, most: 0, gaveUp: [] as string[] };
  let failures = trouble.failures ?? 0;
  const declare = (name: string, alone: boolean) =>
    job({
      name,
      queue: 'ingest',
      payload: { id: z.guid() },
      alone,
      retry: { attempts: 3, backoffSeconds: 0.05 },
      async run(access, { id }) {
        seen.running++;
        seen.most = Math.max(seen.most, seen.running);
        try {
          if (failures-- > 0) throw new Error('not this time');
          if (trouble.holdMs) await new Promise((resolve) => setTimeout(resolve, trouble.holdMs));
          await withTenant(access, (work) =>
            work.execute(
              "insert into app.notes (tenant_id, id, day, text) values ($1, $2, '2025-01-01', $3) on conflict do nothing",
              [work.tenant.id, id, name],
            ),
          );
        } finally {
          seen.running--;
        }
      },
      async failed(_access, { id }) {
        seen.gaveUp.push(id);
      },
    });
  const all: JobDefinition[] = [declare('test.alone', true), declare('test.free', false)];
  return { jobs: new Map(all.map((one) => [one.name, one])), seen };
}
