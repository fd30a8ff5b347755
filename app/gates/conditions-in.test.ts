import { expect, test } from 'vitest';
import { conditionKey } from '@/roadmap/gate';
import { stages } from '@/roadmap/stages';
import { conditionsIn } from './conditions-in';
import { possibleConditions } from './possible-conditions';

test('every default gate is read back as it was written into the form', () => {
  for (const { gate } of stages) {
    const form = new FormData();
    for (const one of gate.conditions) {
      if ('mechanism' in one) {
        form.set(`${one.mechanism}:score`, String(one.score));
        form.set(`${one.mechanism}:coverage`, String(one.coverage));
      } else if ('atLeast' in one) form.set(conditionKey(one), String(one.atLeast));
      else if ('atMost' in one) form.set(conditionKey(one), String(one.atMost));
      else if ('companion' in one) form.set(conditionKey(one), String(one.above));
      else form.set(conditionKey(one), 'on');
    }
    expect(conditionsIn(form)).toEqual(gate.conditions);
  }
});

test('what is left empty is not asked; half a score is no score', () => {
  const form = new FormData();
  form.set('C07:atLeast', '');
  form.set('C05:atLeast', '12,5');
  form.set('other', '3');
  expect(conditionsIn(form)).toEqual([{ kpi: 'C05', atLeast: 12.5 }]);
  form.set('ecosystem:score', '40');
  form.set('ecosystem:coverage', '');
  expect(() => conditionsIn(form)).toThrow('number_invalid');
});

test('a form offers what is asked, what the default asks, and every other KPI once', () => {
  const offered = possibleConditions(1, [{ kpi: 'C07', atMost: 99 }]).map(conditionKey);
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered).toEqual(expect.arrayContaining(['C07:atMost', 'D01:atMost', 'C01:atLeast', 'E07:atMost']));
  expect(offered).not.toContain('C07:atLeast');
});
