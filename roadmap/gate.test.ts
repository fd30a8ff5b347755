import { describe, expect, it } from 'vitest';
import { checkGate, type GateDeclaration, type GateFacts, gateState } from './gate';
import { checkGates, raisedFlags, stageReached, stages } from './stages';

const gate: GateDeclaration = {
  stage: 1,
  title: { en: 'g', zh: 'g' },
  conditions: [
    { kpi: 'D01', atMost: 0.4 },
    { kpi: 'C05', atLeast: 50 },
  ],
};
const both = new Set(['D01', 'C05']);
interface Month extends GateFacts {
  final: boolean;
}
const month = (d01: number | null, c05: number | null, final = true): Month => ({
  final,
  kpis: { D01: { value: d01 }, C05: { value: c05 } },
  mechanisms: {},
});
const good = month(0.3, 60);
const poor = month(0.3, 40);
const open = month(0.3, 60, false);
const none = month(null, null);
/** Where the gate stands after these months. */
const stands = (months: Month[], declared = both) =>
  gateState(months.map((m) => ({ final: m.final, ...checkGate(gate, m, declared) })));

describe('gate', () => {
  it('decides each condition, bounds included', () => {
    expect(checkGate(gate, month(0.4, 49.9), both)).toMatchObject({
      met: 1,
      measured: 2,
      total: 2,
      conditions: [{ state: 'met' }, { state: 'unmet' }],
    });
  });

  it('never passes what is not declared or has no value', () => {
    expect(checkGate(gate, month(0.1, 99), new Set(['C05'])).conditions[0]?.state).toBe('not_measured');
    expect(checkGate(gate, month(null, 99), both).conditions[0]?.state).toBe('no_data');
  });

  it('asks for score and coverage together', () => {
    const scored: GateDeclaration = { ...gate, conditions: [{ mechanism: 'ecosystem', score: 50, coverage: 75 }] };
    const at = (score: number | null, coverage: number) =>
      checkGate(scored, { kpis: {}, mechanisms: { ecosystem: { score, coverage } } }, both).conditions[0]?.state;
    expect([at(50, 75), at(50, 74), at(49, 100), at(null, 40)]).toEqual(['met', 'unmet', 'unmet', 'no_data']);
  });

  it('compares with last year, and with a companion', () => {
    const strange: GateDeclaration = {
      ...gate,
      conditions: [
        { kpi: 'D01', aboveLastYear: true },
        { kpi: 'C05', companion: 'gain', above: 0 },
      ],
    };
    const states = (lastYear: number | null, gain: number | null) =>
      checkGate(
        strange,
        { kpis: { D01: { value: 20, lastYear }, C05: { value: 1, companions: { gain } } }, mechanisms: {} },
        both,
      ).conditions.map((c) => c.state);
    expect(states(19, 1)).toEqual(['met', 'met']);
    expect(states(20, 0)).toEqual(['unmet', 'unmet']);
    expect(states(null, null)).toEqual(['no_data', 'no_data']);
  });

  it('passes after two final months in a row', () => {
    expect(stands([good])).toBe('open');
    expect(stands([good, open])).toBe('open');
    expect(stands([good, poor, good])).toBe('open');
    expect(stands([good, good])).toBe('passed');
  });

  it('says so when it was passed without some conditions measured', () => {
    expect(stands([good, good], new Set(['C05']))).toBe('passed_as_measured');
    expect(stands([good, good], new Set())).toBe('open');
  });

  it('regresses after two poor months, not one, and comes back after two good ones', () => {
    expect(stands([good, good, poor])).toBe('passed');
    expect(stands([good, good, poor, poor])).toBe('regressed');
    expect(stands([good, good, poor, poor, good])).toBe('regressed');
    expect(stands([good, good, poor, poor, good, good])).toBe('passed');
  });

  it('is judged in each month by what was asked in it', () => {
    const strict: GateDeclaration = { ...gate, conditions: [{ kpi: 'C05', atLeast: 99 }] };
    const asked = (of: GateDeclaration) => ({ final: true, ...checkGate(of, good, both) });
    expect(gateState([asked(gate), asked(gate), asked(strict)])).toBe('passed');
    expect(gateState([asked(strict), asked(gate)])).toBe('open');
    expect(gateState([asked(gate), asked(gate), asked(strict), asked(strict)])).toBe('regressed');
  });

  it('is not moved by months without data', () => {
    expect(stands([good, good, none, none])).toBe('passed');
  });
});

describe('stages', () => {
  it('go no further than the unbroken row of passed gates', () => {
    expect(stageReached(['open', 'passed', 'passed'], [])).toEqual({ stage: 0, asMeasured: false });
    expect(stageReached(['passed_as_measured', 'open', 'open'], [])).toEqual({ stage: 1, asMeasured: true });
    expect(stageReached(['passed', 'passed', 'regressed'], [])).toEqual({ stage: 2, asMeasured: false });
  });

  it('stop at the first while a red flag is up', () => {
    const facts = { kpis: { C07: { value: 69.9 }, E01: { value: 0.9 } }, mechanisms: {} };
    expect(raisedFlags(facts)).toEqual(['C07']);
    const silent = { kpis: { C07: { value: null, lapsed: 69.9 }, E01: { value: null } }, mechanisms: {} };
    expect(raisedFlags(silent)).toEqual(['C07']);
    expect(stageReached(['passed', 'passed', 'passed'], ['C07'])).toEqual({ stage: 1, asMeasured: false });
  });

  it('have gates in which every declared condition counts', () => {
    const [first] = checkGates({ kpis: { D01: { value: 0.3 } }, mechanisms: {} }, both);
    expect(first).toMatchObject({ stage: 1, met: 1, measured: 5, total: 11 });
    expect(stages.map((s) => s.stage)).toEqual([1, 2, 3]);
  });
});
