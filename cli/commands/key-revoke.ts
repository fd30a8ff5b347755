import { revokeKey } from '@/domain/keys/revoke-key';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { tenantAccess, tenantOption } from '../tenant-access';

export const keyRevoke = command({
  noun: 'key',
  verb: 'revoke',
  summary: { en: 'Revoke an API key; its next call is refused', zh: '撤销 API 密钥，此后的调用将被拒绝' },
  options: {
    tenant: tenantOption,
    key: { value: 'ID', required: true, summary: { en: 'the key’s id, from key list', zh: '密钥编号，见 key list' } },
  },
  async run({ options, locale }) {
    const id = options.key!;
    const access = await tenantAccess(options.tenant!);
    await withTenant(access, (work) => revokeKey(work, id));
    return { data: { id, revoked: true }, lines: [textOf(locale, 'cli.keyRevoked')] };
  },
});
