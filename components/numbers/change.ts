/** A comparison in words. Colour follows `tone` (good or bad), the arrow follows `direction`. */
export interface Change {
  direction: 'up' | 'down' | 'flat';
  tone: 'good' | 'bad' | 'neutral';
  /** The size, e.g. "+2.1 pts". */
  text: string;
  /** Against what, e.g. "vs. previous 28 days". */
  label?: string;
  /** The whole as a sentence for readers, e.g. "up 2.1 points against the previous 28 days, better". */
  spoken: string;
}
