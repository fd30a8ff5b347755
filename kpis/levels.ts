import { kpis } from './catalogue';
import { type KpiDeclaration, type Mechanism, mechanisms } from './kpi';

/** Where things are weighed against each other: the mechanisms in the index, the groups in a mechanism, the KPIs in a group. */
export interface Level {
  /** `index`, `<mechanism>` or `<mechanism>/<group>`. */
  id: string;
  mechanism: Mechanism | null;
  group: string | null;
  /** Mechanisms, groups, or codes of KPIs; in the catalogue's order. */
  members: readonly string[];
}

export const indexLevel = 'index';

/** The level of a KPI among those of its group. */
export const groupLevel = ({ mechanism, group }: Pick<KpiDeclaration, 'mechanism' | 'group'>): string =>
  `${mechanism}/${group}`;

/** Every level of these KPIs, from the index down; those with a single member too, which carries all of it. */
export function levelsOf(declared: readonly KpiDeclaration[]): Level[] {
  const seen = mechanisms.filter((mechanism) => declared.some((k) => k.mechanism === mechanism));
  return [
    { id: indexLevel, mechanism: null, group: null, members: seen },
    ...seen.flatMap((mechanism): Level[] => {
      const mine = declared.filter((k) => k.mechanism === mechanism);
      const groups = [...new Set(mine.map((k) => k.group))];
      return [
        { id: mechanism, mechanism, group: null, members: groups },
        ...groups.map((group) => ({
          id: groupLevel({ mechanism, group }),
          mechanism,
          group,
          members: mine.filter((k) => k.group === group).map((k) => k.code),
        })),
      ];
    }),
  ];
}

/** The levels of all declared KPIs. */
export const levels: readonly Level[] = levelsOf(kpis);

/** Where there is something to weigh. */
export const isWeighed = (level: Level): boolean => level.members.length > 1;
