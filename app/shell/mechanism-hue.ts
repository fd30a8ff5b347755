import type { Hue } from '@/components/brand/hue';
import type { Mechanism } from '@/kpis/kpi';

/** Each mechanism has its colour, everywhere the same. */
export const mechanismHue: Record<Mechanism, Hue> = {
  'data-driven': 'data',
  collaboration: 'collab',
  ecosystem: 'eco',
};
