import { isCurrencyCode } from '@/lib/values/currencies';
import { isZone } from '@/lib/zone';
import { checkedName } from '../checked-name';
import { Refusal } from '../errors';
import type { Work } from '../work';
import { checkedMarkets, longestName, longestSells } from './checked-firm';

export interface FirmSettings {
  name: string;
  locale: 'zh-CN' | 'en';
  /** What the firm sells, in its own words. */
  sells: string | null;
  /** ISO 3166-1 alpha-2 codes of the countries it sells to. */
  markets: string[];
  /** IANA zone that cuts the firm's days. */
  zone: string;
  /** ISO 4217 reporting currency. */
  currency: string;
}

const columns = 'name, locale, sells, markets, zone, currency';

/** The firm as its settings show it. `fixed`: data came in, so zone and currency stay. */
export async function readFirm(work: Work): Promise<FirmSettings & { fixed: boolean }> {
  work.require('tenant.read');
  const [row] = await work.query<FirmSettings & { fixed: boolean }>(
    `select ${columns}, exists (select 1 from app.runs where tenant_id = $1) as fixed from directory.tenants where id = $1`,
    [work.tenant.id],
  );
  return row!;
}

/**
 * Changes what a firm says of itself; what is not named stays. Zone and currency can be changed only while no run was ever
 * started: every day that is stored was cut by the one, and every order frozen in the other.
 * Refusals: `name_missing`, `name_too_long`, `name_tricky`, `locale_unknown`, `market_unknown`, `markets_too_many`, `zone_unknown`,
 * `currency_unknown`, `zone_fixed`, `currency_fixed`.
 */
export async function changeTenant(
  work: Work,
  change: { name?: string; locale?: string; sells?: string | null; markets?: string; zone?: string; currency?: string },
): Promise<void> {
  work.require('tenant.manage');
  const { locale, zone, currency } = change;
  if (locale !== undefined && locale !== 'zh-CN' && locale !== 'en')
    throw new Refusal('locale_unknown', 422, { value: locale.slice(0, 20) }, 'locale');
  if (zone !== undefined && !isZone(zone)) throw new Refusal('zone_unknown', 422, { value: zone.slice(0, 80) }, 'zone');
  if (currency !== undefined && !isCurrencyCode(currency))
    throw new Refusal('currency_unknown', 422, { value: currency.slice(0, 20) }, 'currency');
  const [before] = await work.query<FirmSettings>(
    `select ${columns} from directory.tenants where id = $1 for no key update`,
    [work.tenant.id],
  );
  const sells = change.sells?.trim();
  const after: FirmSettings = {
    name: change.name === undefined ? before!.name : checkedName(change.name, { longest: longestName }),
    locale: locale ?? before!.locale,
    sells:
      change.sells === undefined
        ? before!.sells
        : sells
          ? checkedName(sells, { longest: longestSells, field: 'sells' })
          : null,
    markets: change.markets === undefined ? before!.markets : checkedMarkets(change.markets),
    zone: zone ?? before!.zone,
    currency: currency ?? before!.currency,
  };
  if (after.zone !== before!.zone) await refuseFixed(work, 'zone');
  if (after.currency !== before!.currency) await refuseFixed(work, 'currency');
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  await work.execute(
    `update directory.tenants set name = $2, locale = $3, sells = $4, markets = $5, zone = $6, currency = $7 where id = $1`,
    [work.tenant.id, after.name, after.locale, after.sells, after.markets, after.zone, after.currency],
  );
  await work.audit('tenant.changed', {}, { before, after });
}

async function refuseFixed(work: Work, field: 'zone' | 'currency'): Promise<void> {
  const [run] = await work.query('select 1 from app.runs where tenant_id = $1 limit 1', [work.tenant.id]);
  if (run) throw new Refusal(`${field}_fixed`, 409, {}, field);
}
