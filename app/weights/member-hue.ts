import { mechanismHue } from '@/app/shell/mechanism-hue';
import type { Hue } from '@/components/brand/hue';
import type { WeighedLevel } from '@/domain/weights/weight-set';
import type { Mechanism } from '@/kpis/kpi';

/** The colour of what is weighed: its mechanism's, or that of the mechanism that it is. */
export const memberHue = ({ mechanism }: Pick<WeighedLevel, 'mechanism'>, member: string): Hue =>
  mechanismHue[mechanism ?? (member as Mechanism)];
