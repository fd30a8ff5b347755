import { recompute } from '@/domain/measurements/recompute';
import { plantMilestones } from '@/domain/milestones/plant-milestones';
import type { Access } from '@/domain/tenants/access';
import { withTenant } from '@/domain/work';
import { type BenchContext, median } from './context';
import { largeTenant, linesOf, tenantWithHistory } from './history';
import type { BenchRow } from './main';
import { benchTenant } from './tenant';
import { signedIn, startWeb } from './web';

/** Milliseconds from request to the last byte of the page, on loopback. */
async function request(url: string, cookie: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(url, { headers: { cookie }, redirect: 'error' });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return performance.now() - start;
}

/** Computes what is not computed yet, and plants the milestones that the page shows. */
async function ready(access: Access): Promise<Access> {
  const [done] = await withTenant(access, (work) =>
    work.query('select from app.measurements where tenant_id = $1 limit 1', [access.tenant.id]),
  );
  if (!done) await recompute(access, { full: true });
  await withTenant(access, (work) => plantMilestones(work));
  return access;
}

/** Server time of *today*: with much data against none, and as history grows tenfold. */
export async function benchPages(context: BenchContext): Promise<BenchRow[]> {
  const lines = linesOf(context);
  const large = await ready(await largeTenant(context));
  const small = await ready(await tenantWithHistory(context, 'small', Math.round(lines / 10), 110));
  context.note('histories computed');
  const empty = await benchTenant('empty');
  const tenants = [large, small, empty];
  const web = await startWeb();
  try {
    const cookies = await Promise.all(tenants.map((a) => signedIn(a.tenant.id)));
    const times: number[][] = [[], [], []];
    // In turn, so that the machine's moods fall on all alike; the first rounds warm up.
    for (let round = 0; round < 60; round++) {
      for (const [i, a] of tenants.entries()) {
        const took = await request(`${web.url}/${a.tenant.slug}`, cookies[i]!);
        if (round >= 20) times[i]!.push(took);
      }
    }
    const [big, little, none] = times.map(median) as [number, number, number];
    const row = (what: string, ratio: number, limit: number, aim: string, from: string): BenchRow => ({
      what,
      figure: `${ratio.toFixed(2)}×`,
      aim,
      met: ratio <= limit,
      from,
    });
    const ms = (n: number) => `${n.toFixed(1)} ms`;
    return [
      row(
        `server time of *today* with ${(lines / 1e6).toLocaleString('en')} M lines against a tenant without data`,
        big / none,
        1.5,
        '≤ 1.5×',
        `${ms(big)} against ${ms(none)}`,
      ),
      row('*today* as history grows ×10', big / little, 1.15, 'flat', `${ms(big)} against ${ms(little)}`),
    ];
  } finally {
    await web.stop();
  }
}
