import type { DeskReader } from './desk-reader';

/** A plan in words; one without a word stays as it is. */
export const planName = ({ t }: DeskReader, plan: string): string => {
  const key = `desk.plan.${plan}` as never;
  return t.has(key) ? t(key) : plan;
};
