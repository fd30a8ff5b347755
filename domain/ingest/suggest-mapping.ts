import type { Field } from '@/records/record';
import type { Mapping } from './mapping';
import { type Target, targets } from './targets';

/** A name without case, spaces, punctuation and plural: `Order No.` and `order_no` are the same. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

const words = (name: string): Set<string> =>
  new Set(
    name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );

/** How well a header fits a field: 1 exact, less for shared words, 0 not at all. */
function likeness(header: string, name: string, field: Field): number {
  const names = [name, field.title.en, field.title.zh, ...(field.synonyms ?? [])];
  const h = plain(header);
  const exact = names.findIndex((n) => plain(n) === h);
  if (exact >= 0) return 1 - exact * 0.005;
  const inHeader = words(header);
  let best = 0;
  for (const n of names) {
    const wanted = words(n);
    const shared = [...wanted].filter((w) => inHeader.has(w)).length;
    if (shared) best = Math.max(best, (0.8 * shared) / Math.max(wanted.size, inHeader.size));
    else if (/\p{Script=Han}/u.test(n) && n.length > 1 && h.includes(plain(n))) best = Math.max(best, 0.7);
  }
  return best >= 0.4 ? best : 0;
}

/** Column for each field of a target, best pairs first, no column twice. */
export function suggestColumns(
  target: Target,
  header: readonly string[],
): { columns: Record<string, string>; fit: number } {
  const pairs = Object.entries(target.fields).flatMap(([name, field]) =>
    header.map((column) => ({ name, column, score: likeness(column, name, field) + (field.required ? 0.002 : 0) })),
  );
  pairs.sort((a, b) => b.score - a.score);
  const columns: Record<string, string> = {};
  const taken = new Set<string>();
  let sum = 0;
  for (const { name, column, score } of pairs) {
    if (score < 0.4 || columns[name] || taken.has(column)) continue;
    columns[name] = column;
    taken.add(column);
    sum += score;
  }
  const required = Object.entries(target.fields).filter(([, f]) => f.required);
  const met = required.filter(([name]) => columns[name]).length / Math.max(required.length, 1);
  return { columns, fit: met * (sum / Math.max(header.length, 1)) };
}

/** The target and columns that fit a header best; a given target is kept. */
export function suggestTarget(header: readonly string[], wanted?: string): Pick<Mapping, 'target' | 'columns'> {
  const candidates = wanted ? targets.filter((t) => t.name === wanted) : targets;
  const ranked = candidates
    .map((target) => ({ target, ...suggestColumns(target, header) }))
    .sort((a, b) => b.fit - a.fit || targets.indexOf(a.target) - targets.indexOf(b.target));
  return { target: ranked[0]!.target.name, columns: ranked[0]!.columns };
}
