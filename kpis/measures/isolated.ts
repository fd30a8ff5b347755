import type { Figure, Group } from '../kpi';

/** From this coverage of a pair on two feeds are connected. */
const connects = 0.5;

/**
 * The share of the feeds that are not in the largest connected whole. Groups are keyed "pair · feed · feed of the other half",
 * the last empty for rows that found none; a feed is connected with every other in which its well covered pairs find rows.
 */
export function isolated(name: string, groups: ReadonlyMap<string, Group>, feeds: readonly string[]): Figure {
  const pairs = new Map<string, { num: number; den: number; feed: string; others: string[] }>();
  for (const [key, { num, den }] of groups) {
    const [pair, feed, other] = key.split(' · ') as [string, string, string];
    const sum = pairs.get(`${pair} ${feed}`) ?? { num: 0, den: 0, feed, others: [] };
    if (num > 0 && other && other !== feed) sum.others.push(other);
    pairs.set(`${pair} ${feed}`, { ...sum, num: sum.num + num, den: sum.den + den });
  }
  const whole = new Map(feeds.map((feed) => [feed, feed]));
  for (const { num, den, feed, others } of pairs.values()) {
    if (num < connects * den) continue;
    for (const other of others) {
      const [from, to] = [whole.get(other), whole.get(feed)];
      if (from && to) for (const [one, its] of whole) if (its === from) whole.set(one, to);
    }
  }
  const sizes = new Map<string, number>();
  for (const its of whole.values()) sizes.set(its, (sizes.get(its) ?? 0) + 1);
  const numerator = feeds.length - Math.max(0, ...sizes.values());
  const value = feeds.length < 2 ? null : (100 * numerator) / feeds.length;
  return { name, value, unit: '%', numerator, denominator: feeds.length };
}
