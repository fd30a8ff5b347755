import { directoryQuery } from '@/db/client';
import { openSession } from '@/domain/members/sessions';
import { accessForSession } from '@/domain/tenants/ways-in';
import { withTenant } from '@/domain/work';
import { type BenchContext, median } from './context';
import type { BenchRow } from './main';
import { benchTenant } from './tenant';

const trivial = 'select count(*) from app.feeds where tenant_id = $1';

/** Session, membership, tenant scope and one small query, against this query alone on the same pool. */
export async function benchGate(context: BenchContext): Promise<BenchRow[]> {
  const { tenant } = await benchTenant('gate');
  const [user] = await directoryQuery<{ id: string }>('insert into directory.users (email) values ($1) returning id', [
    `${tenant.slug}@bench.example`,
  ]);
  await directoryQuery("insert into directory.memberships (tenant_id, user_id, role) values ($1, $2, 'viewer')", [
    tenant.id,
    user!.id,
  ]);
  const token = await openSession(user!.id);
  const pool = context.db.pool('fairway_runtime');
  const bare = () => pool.query(trivial, [tenant.id]);
  const gate = async () => {
    const { access } = (await accessForSession(token, tenant.slug))!;
    await withTenant(access!, (work) => work.query(trivial, [tenant.id]), { reads: true });
  };
  const times = { bare: [] as number[], gate: [] as number[] };
  // In turn, so that the machine's moods fall on both alike; the first rounds warm up.
  for (let round = 0; round < 1200; round++)
    for (const [name, run] of [
      ['bare', bare],
      ['gate', gate],
    ] as const) {
      const start = performance.now();
      await run();
      if (round >= 200) times[name].push(performance.now() - start);
    }
  const [alone, all] = [median(times.bare), median(times.gate)];
  const ratio = all / alone;
  return [
    {
      what: "a request's session, membership, tenant scope and one small query against the query alone",
      figure: `${ratio.toFixed(2)}×`,
      aim: '≤ 3×',
      met: ratio <= 3,
      from: `${all.toFixed(2)} ms against ${alone.toFixed(2)} ms, medians of 1,000`,
    },
  ];
}
