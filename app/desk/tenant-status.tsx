import { StatusBadge } from '@/components/status/status-badge';
import type { Standing } from '@/domain/tenants/access';
import type { DeskReader } from './desk-reader';

/** How a firm stands, in a word: a suspension whose grace is not over says so. */
export function TenantStatus({
  reader: { t },
  status,
  bitesAt,
  now,
  quiet,
}: {
  reader: DeskReader;
  status: Standing['status'];
  bitesAt: Date | null;
  now: Date;
  quiet?: boolean;
}) {
  const inGrace = status === 'suspended' && bitesAt !== null && bitesAt > now;
  const tone = status === 'active' ? 'good' : inGrace || status === 'leaving' ? 'warn' : 'bad';
  return <StatusBadge tone={tone} label={t(`desk.status.${inGrace ? 'grace' : status}`)} quiet={quiet} />;
}
