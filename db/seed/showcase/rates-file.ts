import { addDays, type Day } from '@/lib/day';
import { randomFor } from './random';

/** Units for one euro. */
export type EuroRates = Readonly<Record<'USD' | 'JPY' | 'GBP' | 'CNY', number>>;

const digits: Record<keyof EuroRates, number> = { USD: 4, JPY: 2, GBP: 5, CNY: 4 };

/**
 * Invented rates for the business days after the last published one, in the ECB's own layout (newest first): each day moves
 * by about a third of a percent from the day before. They exist so that the demo has rates for every day; their source says so.
 */
export function demoRatesFile(last: { on: Day; rates: EuroRates }, today: Day): string {
  const random = randomFor(`rates after ${last.on}`);
  const names = Object.keys(digits) as (keyof EuroRates)[];
  const rates = { ...last.rates };
  const rows: string[] = [];
  for (let day = addDays(last.on, 1); day < today; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    for (const name of names) {
      // A pull back to the published rate keeps the walk believable over months.
      const drift = 0.01 * Math.log(last.rates[name] / rates[name]);
      rates[name] *= Math.exp(random.normal(drift, 0.0032));
    }
    rows.push([day, ...names.map((name) => rates[name].toFixed(digits[name]))].join(','));
  }
  return `${[['Date', ...names].join(','), ...rows.reverse()].join('\n')}\n`;
}
