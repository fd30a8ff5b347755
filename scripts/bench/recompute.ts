import { recompute } from '@/domain/measurements/recompute';
import { withTenant } from '@/domain/work';
import { addDays, localDay } from '@/lib/day';
import { type BenchContext, median, seconds } from './context';
import { largeTenant, linesOf } from './history';
import type { BenchRow } from './main';

/** Computing all seven KPIs anew after one day was touched, against computing everything from the records. */
export async function benchRecompute(context: BenchContext): Promise<BenchRow[]> {
  const lines = linesOf(context);
  const access = await largeTenant(context);
  context.note('history written');
  const full = await seconds(() => recompute(access, { full: true }));
  context.note(`full: ${full.toFixed(1)} s`);
  const yesterday = addDays(localDay(new Date(), access.tenant.zone), -1);
  const touched: number[] = [];
  for (let i = 0; i < 15; i++) {
    await withTenant(access, async (work) => {
      await work.query(
        'update app.orders set gross_minor = gross_minor + 1, net_reporting_minor = net_reporting_minor + 1 where tenant_id = $1 and source_id = (select source_id from app.orders where tenant_id = $1 and day = $2 limit 1)',
        [access.tenant.id, yesterday],
      );
      await work.query("insert into app.dirty_days (tenant_id, record, day) values ($1, 'order', $2)", [
        access.tenant.id,
        yesterday,
      ]);
    });
    touched.push(await seconds(() => recompute(access)));
  }
  const one = median(touched);
  const ratio = full / one;
  return [
    {
      what: `recompute after one touched day against full, ${(lines / 1e6).toLocaleString('en')} M lines over 3 years`,
      figure: `${Math.round(ratio).toLocaleString('en')}×`,
      aim: '≥ 1,000×',
      met: ratio >= 1000,
      from: `${(one * 1000).toFixed(1)} ms (median of 15, ${(Math.min(...touched) * 1000).toFixed(1)}–${(Math.max(...touched) * 1000).toFixed(1)}) against ${full.toFixed(1)} s`,
    },
  ];
}
