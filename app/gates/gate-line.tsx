import type { Reader } from '@/app/shell/reader';
import type { GateSet } from '@/domain/gates/gate-set';

/** Whether a gate is the default or the firm's own, since when and by whom. */
export function gateLine({ t, f }: Reader, set: GateSet): string {
  return set.own ? t('gatesPage.own', { day: f.day(set.startsOn!), by: set.setBy! }) : t('gatesPage.isDefault');
}
