import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { pairsOf } from '@/kpis/ahp';
import { answers } from './answer';
import { LevelQuestions } from './level-questions';

const texts = Object.fromEntries(
  ['caption', 'member', 'weight', 'ratio', 'fits', 'contradicts', 'least', 'would', 'better'].map((key) => [
    key,
    `[${key}]`,
  ]),
) as Parameters<typeof LevelQuestions>[0]['texts'];

/** The questions about three things with these answers. */
const told = (...given: string[]) =>
  renderToStaticMarkup(
    <LevelQuestions
      members={['a', 'b', 'c'].map((id) => ({ id, name: id, hue: 'brand' }))}
      questions={pairsOf(['a', 'b', 'c']).map(([a, b], i) => ({
        ...{ name: `${a}${b}`, a, b, label: `${a} or ${b}?`, answer: given[i]! },
        options: answers.map((value) => ({ value, label: value })),
      }))}
      locale="en"
      texts={texts}
    />,
  );

test('answers that contradict are told with what would fit, or with what would only fit better', () => {
  const mendable = told('first-2', 'second-2', 'first-2');
  expect(mendable).toContain('[contradicts]');
  expect(mendable).toContain('[would]');
  expect(mendable).not.toContain('[better]');
  const circle = told('first-9', 'second-9', 'first-9');
  expect(circle).toContain('6.13');
  expect(circle).toContain('[better]');
  expect(circle).not.toContain('[would]');
  expect(told('same', 'same', 'same')).toContain('[fits]');
});
