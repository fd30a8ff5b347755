import type { Tone } from '@/components/status/tone';
import type { MilestoneStatus } from '@/roadmap/status';

/** How each status is coloured; the word stands beside it. */
export const milestoneTone: Record<MilestoneStatus, Tone> = {
  no_data: 'neutral',
  ahead: 'good',
  on_track: 'good',
  at_risk: 'warn',
  late: 'bad',
  reached: 'good',
  regressed: 'bad',
};
