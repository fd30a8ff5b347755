import { kpis } from '@/kpis/catalogue';
import { addDays, type Day, firstOfMonth } from '@/lib/day';
import { checkGate, type GateCheck, type GateFacts, type GateState, gateState } from '@/roadmap/gate';
import type { Stage } from '@/roadmap/milestone';
import { raisedFlags, stageReached, stages } from '@/roadmap/stages';
import type { GateSet } from '../gates/gate-set';
import { isLimited } from '../limits/limited';
import type { Rules } from '../rules/rules-on';
import { type WeightSet, weighAlike, weightsOf } from '../weights/weight-set';
import type { Work } from '../work';
import { type Composite, type MechanismScore, madeInto, type Scored, scoresOf } from './composite';
import { dayAsked } from './data-day';
import { begunSince, comparisonDay, pastOf, type Reading, readingsOn } from './reading';
import { scoredBy } from './scored-by';

export interface StageStanding {
  /** The last stage whose gate and all before it are passed; 0 before the first; null for readers who see a part of the firm. */
  stage: 0 | 1 | 2 | 3 | null;
  reason: 'limited' | null;
  /** Some conditions of a passed gate are not measured yet. */
  asMeasured: boolean;
  /** KPIs so poor that they hold the stage at 1. */
  flags: string[];
  /** `set`: what is asked, the firm’s own or the default. */
  gates: (GateCheck & { stage: Stage; state: GateState; set: GateSet })[];
}

type Changed<T> = T & {
  /** Points since 28 days ago. */
  change: number | null;
  /** Why there is no change although there are scores, see `begunSince`. */
  begins: Day | null;
  /** Of these, what other weights than then have done: 0 with the same, null where it cannot be told apart. */
  changeByWeights: number | null;
  /** And what other anchors than then have done. */
  changeByAnchors: number | null;
};

export interface Scores {
  at: Day;
  /** In force on that day. */
  weights: WeightSet;
  /** Likewise, by the KPI's code. */
  anchors: Rules['anchors'];
  gates: Rules['gates'];
  index: Changed<Composite>;
  mechanisms: Changed<MechanismScore>[];
  stage: StageStanding;
}

/** Month ends that a gate's history is read from. */
const monthsBack = 13;

/** The ends of the months before the day's own, newest last. */
function monthEnds(at: Day, count: number): Day[] {
  const ends: Day[] = [];
  for (let first = firstOfMonth(at); ends.length < count; first = firstOfMonth(addDays(first, -1)))
    ends.unshift(addDays(first, -1));
  return ends;
}

/** The days whose readings scores need: the day, 28 days before, and for the gates month ends with the same a year earlier. */
export const scoreDays = (work: Pick<Work, 'limits'>, at: Day): Day[] => [
  at,
  comparisonDay(at),
  ...(isLimited(work) ? [] : monthEnds(at, monthsBack + 12)),
];

/** Index, mechanisms and groups on a day, and where the firm stands on the road. */
export async function readScores(work: Work, input: { at?: Day } = {}): Promise<Scores> {
  const at = await dayAsked(work, input.at);
  const days = scoreDays(work, at);
  const read = await readingsOn(work, days);
  return scoresFrom(work, at, read.days, read.rules);
}

/**
 * Scores from readings of `scoreDays`, each day by the rules that were in force on it. Index and stage are the whole firm's: readers with limits get neither, but the scores of
 * the mechanisms that they see, made of the values that they see.
 */
export function scoresFrom(
  work: Pick<Work, 'limits'>,
  at: Day,
  days: ReadonlyMap<Day, readonly Reading[]>,
  rules: ReadonlyMap<Day, Rules>,
): Scores {
  const [readings, past] = [days.get(at)!, days.get(comparisonDay(at))!];
  const [{ weights, anchors, gates }, { weights: earlier }] = [rules.get(at)!, rules.get(comparisonDay(at))!];
  const now = scoresOf(readings, weightsOf(weights));
  const before = scoresOf(past, weightsOf(earlier));
  // What the day would be had nobody changed the anchors, and then the weights neither.
  const rescored = scoredBy(readings, past);
  const moved = rescored.some((r, i) => r.anchors !== readings[i]!.anchors);
  const unanchored = moved ? scoresOf(rescored, weightsOf(weights)) : now;
  const unweighed = weighAlike(weights, earlier) ? unanchored : scoresOf(rescored, weightsOf(earlier));
  const points = (a: Composite, b: Composite | undefined) =>
    a.score === null || b?.score == null ? null : a.score - b.score;
  const changed = <T extends Composite>(
    of: (scored: Scored) => T | undefined,
    madeOf: readonly Reading[],
  ): Changed<T> => {
    const begins = of(now)!.score === null ? null : begunSince(madeOf, past);
    return {
      ...of(now)!,
      change: begins ? null : points(of(now)!, of(before)),
      begins,
      changeByWeights: points(of(unanchored)!, of(unweighed)),
      changeByAnchors: points(of(now)!, of(unanchored)),
    };
  };
  const mechanismsChanged = now.mechanisms.map(({ mechanism }, i) =>
    changed(
      (scored) => scored.mechanisms[i],
      readings.filter((r) => r.mechanism === mechanism),
    ),
  );
  if (isLimited(work)) {
    return {
      at,
      weights,
      anchors,
      gates,
      index: {
        ...now.index,
        score: null,
        reason: 'limited',
        change: null,
        begins: null,
        changeByWeights: null,
        changeByAnchors: null,
      },
      mechanisms: mechanismsChanged,
      stage: { stage: null, reason: 'limited', asMeasured: false, flags: [], gates: [] },
    };
  }
  const ends = monthEnds(at, monthsBack + 12);
  const declared = new Set(kpis.map((k) => k.code));
  const months = ends.slice(12).map((end, i) => {
    const readings = days.get(end)!;
    const measured = readings.filter((r) => r.value !== null);
    return {
      final: measured.length > 0 && measured.every((r) => r.status === 'final' || r.status === 'restated'),
      asked: rules.get(end)!.gates,
      facts: factsOf(readings, days.get(ends[i]!)!, rules.get(end)!.weights),
    };
  });
  const facts = factsOf(days.get(at)!, days.get(ends.at(-12)!) ?? [], weights);
  const flags = raisedFlags(facts);
  const states = stages.map(({ stage }) =>
    gateState(months.map(({ final, asked, facts }) => ({ final, ...checkGate(asked.get(stage)!, facts, declared) }))),
  );
  return {
    at,
    weights,
    anchors,
    gates,
    index: changed((scored) => scored.index, madeInto(now.mechanisms, readings)),
    mechanisms: mechanismsChanged,
    stage: {
      ...stageReached(states, flags),
      reason: null,
      flags,
      gates: stages.map(({ stage }, i) => {
        const set = gates.get(stage)!;
        return { stage, state: states[i]!, set, ...checkGate(set, facts, declared) };
      }),
    },
  };
}

function factsOf(readings: readonly Reading[], lastYear: readonly Reading[], weights: WeightSet): GateFacts {
  const { mechanisms } = scoresOf(readings, weightsOf(weights));
  const yearBefore = new Map(lastYear.map((y) => [y.kpi, y]));
  return {
    kpis: Object.fromEntries(
      readings.map((r) => {
        const past = yearBefore.get(r.kpi);
        const { value, lapsed, companions } = r;
        return [r.kpi, { value, lapsed, companions, lastYear: past ? pastOf(past, r).value : null }];
      }),
    ),
    mechanisms: Object.fromEntries(mechanisms.map((m) => [m.mechanism, { score: m.score, coverage: m.coverage }])),
  };
}
