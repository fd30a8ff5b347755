/** How many calls a suite of walls made, and how many of them were refused; told at its end. */
export function tallyOf(suite: string) {
  const count = { calls: 0, refusals: 0 };
  return {
    count(refused: boolean): void {
      count.calls++;
      if (refused) count.refusals++;
    },
    tell(): void {
      console.log(`walls of ${suite}: ${count.calls} calls, ${count.refusals} refusals`);
    },
  };
}
