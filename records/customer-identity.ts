import { byOwnChannel } from './of-channels';
import { record } from './record';

/**
 * A customer as one source knows it. E-mail and phone are stored only as keyed hashes. `customer_key` is the unified
 * customer: the e-mail's hash, else the phone's, else the login within its feed. A marketplace's relay address is no key.
 */
export const customerIdentity = record({
  name: 'customer_identity',
  table: 'customer_identities',
  title: { en: 'Customer identity', zh: '客户身份' },
  key: 'feed',
  identity: ['login_id'],
  at: ['first_seen_at'],
  channels: byOwnChannel,
  fields: {
    channel: { kind: 'text', title: { en: 'Channel', zh: '渠道' }, synonyms: ['shop', '渠道', '店铺'] },
    email: { kind: 'hash', title: { en: 'E-mail', zh: '邮箱' }, synonyms: ['email', 'e-mail', '邮箱', '电子邮件'] },
    phone: { kind: 'hash', title: { en: 'Phone', zh: '电话' }, synonyms: ['phone number', 'mobile', '电话', '手机'] },
    login_id: {
      kind: 'text',
      title: { en: 'Login id', zh: '登录账号' },
      synonyms: ['customer id', '买家id', '客户编号'],
    },
    relay: { kind: 'boolean', title: { en: 'Relay address', zh: '平台中转邮箱' } },
    country: { kind: 'country', title: { en: 'Country', zh: '国家' }, synonyms: ['国家'] },
    marketing_consent: {
      kind: 'boolean',
      title: { en: 'Marketing consent', zh: '营销许可' },
      synonyms: ['accepts marketing'],
    },
    first_seen_at: {
      kind: 'instant',
      title: { en: 'First seen', zh: '首次出现' },
      synonyms: ['created at', '注册时间'],
    },
  },
  derived: { customer_key: 'text', verified: 'boolean' },
  derive(row) {
    const email = row.relay ? null : row.email;
    row.verified = Boolean(email ?? row.phone);
    row.customer_key = email ?? row.phone ?? (row.login_id ? `login:${row.channel ?? ''}:${row.login_id}` : null);
    return undefined;
  },
  // The orders of an identity carry its key; without one (deleted, masked) they fall back to the login of the order itself.
  settle: [
    `update app.orders o set customer_key =
       coalesce(i.customer_key, 'login:' || coalesce(o.channel, '') || ':' || o.customer_id)
     from c left join app.customer_identities i on i.tenant_id = $1 and i.feed_id = c.feed_id and i.source_id = c.source_id
     where o.tenant_id = $1 and o.feed_id = c.feed_id and o.customer_id = c.source_id
       and o.customer_key is distinct from coalesce(i.customer_key, 'login:' || coalesce(o.channel, '') || ':' || o.customer_id)`,
  ],
  touches: [
    {
      record: 'order',
      days: `select o.day from c join app.orders o
             on o.tenant_id = $1 and o.feed_id = c.feed_id and o.customer_id = c.source_id`,
    },
  ],
});
