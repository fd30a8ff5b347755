import { expect, it } from 'vitest';
import { fewAtOnce } from './few-at-once';

it('never runs more at a time than it may, keeps the order, and goes on after one that fails', async () => {
  const run = fewAtOnce(2);
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      run(async () => {
        begun.push(n);
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, n % 3));
        running--;
        if (n % 5 === 0) throw new Error('no');
        return n;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(begun).toEqual([...begun].sort((a, b) => a - b));
  expect(results.filter((one) => one.status === 'rejected')).toHaveLength(4);
  expect(await run(async () => 'still')).toBe('still');
});
