import { Refusal } from '../errors';
import { countAsk } from '../members/ask-limit';
import type { Tenant } from './access';
import { checkedFirm, type FirmInput } from './checked-firm';
import { foundTenant } from './found-tenant';

/**
 * Founds another firm for somebody who is signed in. Refusals: those of checkedFirm, `slug_taken`, `too_many_requests`,
 * `not_verified` for whose address nobody has proven.
 */
export async function foundOwnFirm(
  user: { id: string; verified: boolean },
  input: FirmInput,
  address: string | null,
): Promise<Tenant> {
  if (!user.verified) throw new Refusal('not_verified', 403);
  const firm = await checkedFirm(input);
  await countAsk('new_firm', { account: user.id, address });
  return foundTenant(firm, user.id, { operator: false, address });
}
