import { describe, expect, it } from 'vitest';
import { checkGate, type GateDeclaration, type GateMonth, gateState } from './gate';
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
const month = (n: number, d01: number | null, c05: number | null, final = true): GateMonth => ({
  month: `2026-${String(n).padStart(2, '0')}`,
  final,
  kpis: { D01: { value: d01 }, C05: { value: c05 } },
  mechanisms: {},
});
const good = (n: number, final = true) => month(n, 0.3, 60, final);
const poor = (n: number) => month(n, 0.3, 40);

describe('gate', () => {
  it('decides each condition, bounds included', () => {
    expect(checkGate(gate, month(1, 0.4, 49.9), both)).toMatchObject({
      met: 1,
      measured: 2,
      total: 2,
      conditions: [{ state: 'met' }, { state: 'unmet' }],
    });
  });

  it('never passes what is not declared or has no value', () => {
    expect(checkGate(gate, month(1, 0.1, 99), new Set(['C05'])).conditions[0]?.state).toBe('not_measured');
    expect(checkGate(gate, month(1, null, 99), both).conditions[0]?.state).toBe('no_data');
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
    expect(gateState(gate, [good(1)], both)).toBe('open');
    expect(gateState(gate, [good(1), good(2, false)], both)).toBe('open');
    expect(gateState(gate, [good(1), poor(2), good(3)], both)).toBe('open');
    expect(gateState(gate, [good(1), good(2)], both)).toBe('passed');
  });

  it('says so when it was passed without some conditions measured', () => {
    expect(gateState(gate, [good(1), good(2)], new Set(['C05']))).toBe('passed_as_measured');
    expect(gateState(gate, [good(1), good(2)], new Set())).toBe('open');
  });

  it('regresses after two poor months, not one, and comes back after two good ones', () => {
    expect(gateState(gate, [good(1), good(2), poor(3)], both)).toBe('passed');
    expect(gateState(gate, [good(1), good(2), poor(3), poor(4)], both)).toBe('regressed');
    expect(gateState(gate, [good(1), good(2), poor(3), poor(4), good(5)], both)).toBe('regressed');
    expect(gateState(gate, [good(1), good(2), poor(3), poor(4), good(5), good(6)], both)).toBe('passed');
  });

  it('is not moved by months without data', () => {
    expect(gateState(gate, [good(1), good(2), month(3, null, null), month(4, null, null)], both)).toBe('passed');
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
