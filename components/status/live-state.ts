/** What the polled address of LiveProgress answers as JSON. */
export interface LiveState {
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** Done so far, in any unit; null while unknown. */
  value: number | null;
  /** The whole, in the same unit; null while unknown. */
  max: number | null;
  counts: Record<string, number>;
  /** A sentence in the reader's language: the estimate, or what happened. */
  note: string | null;
}

export const isOver = (live: LiveState): boolean => live.state === 'done' || live.state === 'failed';
