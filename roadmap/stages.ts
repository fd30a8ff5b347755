import type { Title } from '@/records/record';
import { checkGate, type GateDeclaration, type GateFacts, type GateState } from './gate';
import type { Mechanism, Stage } from './milestone';

export interface StageDeclaration {
  stage: Stage;
  title: Title;
  /** What a firm in this stage has that it had not before. */
  text: Title;
  gate: GateDeclaration;
}

const everyMechanism: readonly Mechanism[] = ['data-driven', 'collaboration', 'ecosystem'];
const scores = (score: number, coverage: number) =>
  everyMechanism.map((mechanism) => ({ mechanism, score, coverage }) as const);

/** The road. A gate stands at the end of its stage; passing it also asks for the gates before. Thresholds are defaults. */
export const stages: readonly StageDeclaration[] = [
  {
    stage: 1,
    title: { en: 'Digital foundation', zh: '数字化基础建设' },
    text: {
      en: 'Data is linked, complete and fresh; parcels can be followed; the first rules are kept.',
      zh: '数据打通、完整、及时；包裹可追踪；基础合规到位。',
    },
    gate: {
      stage: 1,
      title: { en: 'Gate 1: foundation laid', zh: '关口 1：基础夯实' },
      conditions: [
        { kpi: 'D01', atMost: 0.4 },
        { kpi: 'D02', atLeast: 85 },
        { kpi: 'D03', atLeast: 90 },
        { kpi: 'D04', atLeast: 60 },
        { kpi: 'C05', atLeast: 50 },
        { kpi: 'C10', atLeast: 80 },
        { kpi: 'C16', atMost: 60 },
        { kpi: 'E13', atLeast: 80 },
        ...scores(35, 60),
      ],
    },
  },
  {
    stage: 2,
    title: { en: 'Brand and channels digital', zh: '品牌与渠道数字化' },
    text: {
      en: 'Customers come back, work runs by itself, promises are kept, and no single platform decides.',
      zh: '客户会再来，流程自动运行，承诺能兑现，不受制于单一平台。',
    },
    gate: {
      stage: 2,
      title: { en: 'Gate 2: brand and channels', zh: '关口 2：品牌与渠道' },
      conditions: [
        { kpi: 'D05', atLeast: 80 },
        { kpi: 'D06', aboveLastYear: true },
        // Better than naive: the error that the forecast saves against repeating last year's figure.
        { kpi: 'D09', companion: 'forecast_value_added', above: 0 },
        { kpi: 'C01', atLeast: 50 },
        { kpi: 'C07', atLeast: 88 },
        { kpi: 'C12', atLeast: 85 },
        { kpi: 'C15', atLeast: 50 },
        { kpi: 'E01', atMost: 0.65 },
        { kpi: 'E04', atLeast: 10 },
        { kpi: 'E05', atLeast: 20 },
        { kpi: 'E06', atLeast: 40 },
        ...scores(50, 75),
      ],
    },
  },
  {
    stage: 3,
    title: { en: 'Global ecosystem integration', zh: '全球资源生态化整合' },
    text: {
      en: 'Markets, partners and logistics form a network that bends and does not break.',
      zh: '市场、伙伴与物流形成有韧性的网络。',
    },
    gate: {
      stage: 3,
      title: { en: 'Gate 3: ecosystem', zh: '关口 3：生态整合' },
      conditions: [
        { kpi: 'C02', atLeast: 60 },
        { kpi: 'C03', atMost: 0.3 },
        { kpi: 'C05', atLeast: 80 },
        { kpi: 'C06', atLeast: 70 },
        { kpi: 'D13', atLeast: 95 },
        { kpi: 'D14', atLeast: 0.6 },
        { kpi: 'E02', atMost: 2500 },
        { kpi: 'E07', atMost: 2500 },
        { kpi: 'E08', atMost: 30 },
        { kpi: 'E11', atLeast: 70 },
        { kpi: 'E13', atLeast: 98 },
        ...scores(65, 85),
      ],
    },
  },
];

/** Values so poor that no stage beyond the first is granted while they last. They cap the stage, never a score. */
const redFlags: readonly { kpi: string; below?: number; above?: number }[] = [
  { kpi: 'C07', below: 70 },
  { kpi: 'E01', above: 0.9 },
  { kpi: 'D02', below: 60 },
  { kpi: 'D03', below: 80 },
];

/** Codes of the KPIs whose red flag is up. No value raises no flag, nor does it take one down: the last value holds. */
export const raisedFlags = (facts: GateFacts): string[] =>
  redFlags
    .filter((flag) => {
      const fact = facts.kpis[flag.kpi];
      const value = fact?.value ?? fact?.lapsed;
      if (value == null) return false;
      return (flag.below !== undefined && value < flag.below) || (flag.above !== undefined && value > flag.above);
    })
    .map((flag) => flag.kpi);

/**
 * The stage a firm has completed: the last gate of the unbroken row of passed ones, 0 before the first. With a red flag up
 * it is at most 1. `asMeasured` is true when a gate in the row has conditions that are not measured yet.
 */
export function stageReached(
  states: readonly GateState[],
  flags: readonly string[],
): { stage: 0 | Stage; asMeasured: boolean } {
  let stage = 0;
  let asMeasured = false;
  for (const state of states) {
    if (state !== 'passed' && state !== 'passed_as_measured') break;
    if (flags.length && stage === 1) break;
    stage += 1;
    asMeasured ||= state === 'passed_as_measured';
  }
  return { stage: stage as 0 | Stage, asMeasured };
}

/** The conditions of every gate, decided at one moment. */
export const checkGates = (facts: GateFacts, declared: ReadonlySet<string>) =>
  stages.map(({ stage, gate }) => ({ stage, ...checkGate(gate, facts, declared) }));
