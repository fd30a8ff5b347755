import type { Reader } from '@/app/shell/reader';
import type { Limits } from '@/domain/tenants/access';
import type { FirmChannel } from '@/domain/tenants/firm-channels';

/** To what somebody is limited, in the reader's words. */
export function limitsText({ t, f }: Reader, limits: Limits, channels: FirmChannel[]): string {
  const name = (id: string) => channels.find((channel) => channel.id === id)?.name ?? id;
  const parts = [
    ...(limits.channels ?? []).map(name),
    ...(limits.mechanisms ?? []).map((mechanism) => t(`mechanism.${mechanism}`)),
  ];
  return parts.length ? f.list(parts) : t('membersPage.seesAll');
}
