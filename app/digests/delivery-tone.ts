import type { Tone } from '@/components/status/tone';
import type { DeliveryStatus } from '@/domain/digests/list-deliveries';

export const deliveryTone: Record<DeliveryStatus, Tone> = {
  pending: 'info',
  sending: 'info',
  sent: 'good',
  unknown: 'warn',
  failed: 'bad',
  skipped: 'neutral',
};
