import { record } from './record';

/** A place where the firm sells. Its source id is the firm's own short name for it and is unique across feeds. */
export const channel = record({
  name: 'channel',
  table: 'channels',
  title: { en: 'Channel', zh: '渠道' },
  key: 'tenant',
  identity: ['name'],
  at: [],
  channels: 'r.source_id = any($channels)',
  fields: {
    name: { kind: 'text', title: { en: 'Name', zh: '名称' }, synonyms: ['channel name', '渠道名称', '店铺名称'] },
    kind: {
      kind: 'choice',
      title: { en: 'Kind', zh: '类型' },
      choices: ['marketplace', 'independent_site', 'social', 'b2b_platform', 'offline'],
      synonyms: ['channel type', '渠道类型'],
    },
    platform: { kind: 'text', title: { en: 'Platform', zh: '平台' }, synonyms: ['平台'] },
    owner_group: { kind: 'text', title: { en: 'Owner group', zh: '所属集团' }, synonyms: ['owner', '集团'] },
    market_country: {
      kind: 'country',
      title: { en: 'Market country', zh: '市场国家' },
      synonyms: ['market', '站点国家'],
    },
    zone: { kind: 'text', title: { en: 'Time zone', zh: '时区' }, synonyms: ['timezone', '时区'] },
  },
  touches: [
    {
      record: 'order',
      days: `select o.day from c join app.orders o on o.tenant_id = $1 and o.channel = c.source_id
             union select r.day from c join app.refunds r on r.tenant_id = $1 and r.channel = c.source_id`,
    },
  ],
});
