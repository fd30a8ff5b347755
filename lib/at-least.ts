import { setTimeout as sleep } from 'node:timers/promises';

/** The outcome of some work, not before so many milliseconds: how long it takes then tells nothing of what it found. */
export async function atLeast<T>(ms: number, work: Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work, sleep(ms)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
