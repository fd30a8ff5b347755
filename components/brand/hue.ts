/** The hues a thing may carry; three of them belong to the three mechanisms. */
export type Hue = 'brand' | 'data' | 'collab' | 'eco' | 'muted';

/** Class names are written out: Tailwind finds them by reading. */
export const hueText: Record<Hue, string> = {
  brand: 'text-brand',
  data: 'text-mech-data',
  collab: 'text-mech-collab',
  eco: 'text-mech-eco',
  muted: 'text-ink-3',
};

export const hueFill: Record<Hue, string> = {
  brand: 'bg-brand',
  data: 'bg-mech-data',
  collab: 'bg-mech-collab',
  eco: 'bg-mech-eco',
  muted: 'bg-ink-3',
};

/** The order in which unnamed series take their hues. */
export const hueOrder: readonly Hue[] = ['brand', 'eco', 'collab', 'data', 'muted'];
