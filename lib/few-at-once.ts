/**
 * Runs tasks, at most `most` of them at a time; the others wait in the order in which they came. For work that would otherwise
 * take the processor from everybody else.
 */
export function fewAtOnce(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place goes to the next one; only when nobody waits is it free.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
