import type { Figure, FigureUnit, Group } from '../kpi';

/** Below so many things a figure beside the headline has no value, as the headline itself has none. */
const fewest = 30;

/** So many of so many, as a percentage; null of too few. */
export const shareOf = (name: string, group: Group | undefined, more: Partial<Figure> = {}): Figure => ({
  name,
  value: group && group.den >= fewest ? (100 * group.num) / group.den : null,
  unit: '%',
  numerator: group?.num ?? 0,
  denominator: group?.den ?? 0,
  ...more,
});

/**
 * The value that a share of the counted things do not exceed, by nearest rank. Keys are whole numbers of the unit, `num`
 * says how many things have it. Null of too few things.
 */
export function percentile(
  name: string,
  groups: ReadonlyMap<string, Group>,
  share: number,
  unit: FigureUnit = 'hours',
): Figure {
  const counts = [...groups].map(([key, g]) => [Number(key), g.num] as const).sort(([a], [b]) => a - b);
  const sample = counts.reduce((sum, [, n]) => sum + n, 0);
  let below = 0;
  const found = counts.find(([, n]) => {
    below += n;
    return below >= share * sample;
  });
  return { name, value: sample < fewest || !found ? null : found[0], unit, sample };
}

/** The groups whose key begins with `prefix`, by what follows it. */
export const under = (prefix: string, groups: ReadonlyMap<string, Group>): Map<string, Group> =>
  new Map([...groups].filter(([key]) => key.startsWith(prefix)).map(([key, g]) => [key.slice(prefix.length), g]));
