import { addDays, type Day, minDay } from '@/lib/day';
import { fromMinor, toMinor } from '@/lib/money';
import { multiply } from '@/lib/values/decimal';
import type { Work } from '../work';

interface Rate {
  on: Day;
  rate: number;
  source: string;
}

/** A rate as a plain decimal of ten significant digits. */
const plain = (rate: number): string => {
  const text = rate.toPrecision(10);
  return text.includes('e') ? rate.toFixed(20) : text;
};

/** The last business day's rate holds on a day without one, this long; after that there is no rate. */
const holdDays = 7;

/**
 * Exchange rates by day, as units for one euro: the tenant's own before the shared ECB ones. Amounts are converted across
 * the euro at the rate of their own day, rounded half away from zero to minor units of the reporting currency.
 */
export class Rates {
  readonly #byCurrency = new Map<string, Rate[]>();

  constructor(readonly reporting: string) {}

  /** Whether the rates of all these currencies are read already. */
  knows(currencies: Iterable<string>): boolean {
    return [...currencies, this.reporting].every((c) => c === 'EUR' || this.#byCurrency.has(c));
  }

  /** Reads the rates of currencies that are not known yet. */
  async load(work: Work, currencies: Iterable<string>): Promise<void> {
    const wanted = [...new Set([...currencies, this.reporting])].filter((c) => c !== 'EUR' && !this.#byCurrency.has(c));
    if (!wanted.length) return;
    const rows = await work.query<Rate & { currency: string; rate: string }>(
      `select distinct on (currency, "on") currency, "on", rate, source from (
         select currency, "on", rate, coalesce(source, 'own') as source, 0 as rank from app.fx_rates
         where tenant_id = $1 and currency = any($2)
         union all
         select currency, "on", rate, 'ECB', 1 from reference.ecb_rates where currency = any($2)) r
       order by currency, "on", rank, source`,
      [work.tenant.id, wanted],
    );
    for (const c of wanted) this.#byCurrency.set(c, []);
    for (const r of rows) this.#byCurrency.get(r.currency)!.push({ on: r.on, rate: Number(r.rate), source: r.source });
  }

  #at(currency: string, day: Day): Rate | null {
    if (currency === 'EUR') return { on: day, rate: 1, source: 'EUR' };
    const rates = this.#byCurrency.get(currency) ?? [];
    let low = 0;
    let high = rates.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rates[middle]!.on <= day) low = middle + 1;
      else high = middle;
    }
    const found = rates[low - 1];
    return found && found.on >= addDays(day, -holdDays) ? found : null;
  }

  /** Minor units of `currency` in minor units of the reporting currency, with what it was converted at; null without a rate. */
  convert(minor: number, currency: string, day: Day): { minor: number; rate: string; on: Day; source: string } | null {
    if (currency === this.reporting) return { minor, rate: '1', on: day, source: 'same currency' };
    const from = this.#at(currency, day);
    const to = this.#at(this.reporting, day);
    if (!from || !to) return null;
    const rate = plain(to.rate / from.rate);
    const source = from.source === 'EUR' ? to.source : from.source;
    return {
      // Exactly the rate that is frozen on the row, so that anybody can work the amount out again.
      minor: minor === 0 ? 0 : toMinor(multiply(fromMinor(minor, currency), rate), this.reporting),
      rate,
      on: minDay(from.on, to.on),
      source,
    };
  }
}
