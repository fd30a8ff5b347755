import { expect, test } from 'vitest';
import { pairsOf } from '@/kpis/ahp';
import { answerOf, answers, judgementOf } from './answer';
import { judgementsIn } from './judgements-in';

test('every answer is a judgement, and back', () => {
  expect(answers).toHaveLength(17);
  for (const answer of answers) expect(answerOf(judgementOf('a', 'b', answer)!, 'a')).toBe(answer);
  for (const other of ['', 'first-1', 'first-10', 'third-2']) expect(judgementOf('a', 'b', other)).toBeUndefined();
});

test('a form is read level by level; where all matter the same nothing is judged', () => {
  const form = new FormData();
  const members = ['data-driven', 'collaboration', 'ecosystem'];
  for (const [a, b] of pairsOf(members)) form.set(`index:${a}:${b}`, 'same');
  form.set('ecosystem:independence:market-spread', 'second-3');
  expect(judgementsIn(form)).toEqual({ ecosystem: [{ more: 'market-spread', less: 'independence', times: 3 }] });
  form.set('index:data-driven:ecosystem', 'first-2');
  expect(judgementsIn(form).index).toHaveLength(3);
});
