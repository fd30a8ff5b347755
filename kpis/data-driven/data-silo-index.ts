import { keyForm } from '../../records/key-form';
import { kpi } from '../kpi';
import { coverage } from '../measures/coverage';
import { isolated } from '../measures/isolated';

/** Every pair that is looked at, also where there is nothing to look at. */
export const joinPairs = [
  'order_line→product',
  'order→customer',
  'order→shipment',
  'process_event→case',
  'shipment→tracking_event',
  'ticket→order',
] as const;
export type JoinPairName = (typeof joinPairs)[number];

/**
 * Why a row that matches nothing by its key as it stands does not: a key of the other feed is the same but for its writing, or none is.
 * What is looked up must be a column: under row-level security an index is not asked for the answer of a function.
 */
const unlike = (there: string): string =>
  `case when exists (${there}) then 'written_otherwise' else 'no_candidate' end`;

/** An order, line, shipment, event or ticket that should lead to a row of another feed, and whether it does. */
export const dataSiloIndex = kpi({
  code: 'D01',
  id: 'data-silo-index',
  mechanism: 'data-driven',
  group: 'foundation',
  title: { en: 'Data silo index', zh: '数据孤岛指数' },
  question: {
    en: 'Do our systems know the same orders, products and customers?',
    zh: '各系统认得同样的订单、商品和客户吗？',
  },
  formula: {
    en: '1 − the mean coverage of the join pairs, over 28 days. Coverage of a pair: rows that lead to exactly one row of the other feed ÷ eligible rows. A pair without rows is left out; all weigh the same unless your firm has them weigh otherwise, and each day keeps the weights that were in force on it. Keys are compared as they are; one that is the same but for case, spaces, punctuation, leading zeros or full-width characters matches nothing, and is told as written otherwise. 0 is one connected whole, 1 is all islands.',
    zh: '近 28 天：1 − 各关联对覆盖率的平均值。关联对覆盖率：能唯一对应到另一数据源记录的行 ÷ 应当对应的行。没有数据的关联对不计；各对权重相同，除非企业自行设定，且每一天都按当天生效的权重计算。键按原样比较；仅大小写、空格、标点、前导零或全角不同的键不算对应，并标明“写法不同”。0 为完全打通，1 为完全孤岛。',
  },
  formulaBeside: {
    en: 'Two feeds are connected when at least half of one’s rows of a pair find their other half, some of them in the other feed.',
    zh: '某数据源的一个关联对至少半数能对上、且其中有对应到另一数据源的记录，则两者视为连通。',
  },
  unit: 'ratio',
  direction: 'lower',
  anchors: { floor: 0.6, pass: 0.25, target: 0.05 },
  basis: 'P',
  benchmark: {
    en: 'No standard index exists; the definition is ours, built on record-linkage practice.',
    zh: '尚无标准指数；定义由我们依据记录链接实践给出。',
  },
  windows: ['28d', 'month'],
  follows: ['order', 'shipment', 'process_event', 'ticket'],
  needs: ['order'],
  spillDays: 0,
  // Orders younger than the shipments' lateness are pending until they match or grow old.
  waiting: ['pending'],
  latenessDays: 14,
  dims: ['pair', 'why', 'pair_why'],
  facts: `
    select f.day, f.record, f.feed_id, f.source_id, f.pair, f.ref, f.at, f.channel, (f.why = 'matched')::int as num, 1 as den,
           f.why, f.pair || ' · ' || f.why as pair_why, f.target, f.case_kind,
           case when f.pending and f.why <> 'matched' then 'pending' end as excluded
    from (
      select l.day, 'order_line' as record, l.feed_id, l.source_id, 'order_line→product' as pair, l.sku as ref, l.placed_at as at,
             l.channel, false as pending,
             case m.n when 1 then 'matched' when 0 then ${unlike(`
               select from app.products p where p.tenant_id = $1 and p.feed_id <> l.feed_id
                 and p.source_id_form = any(array(select coalesce(i.product_sku_form, k.form)
                   from (select ${keyForm('l.sku')} as form offset 0) k left join app.listings i on i.tenant_id = $1
                     and i.channel_sku_form = k.form and i.channel is not distinct from l.channel))`)}
               else 'ambiguous' end as why, m.target, null as case_kind
      from app.order_lines l
      -- The products that the listings of its name stand for; without a listing the name is the product's own.
      cross join lateral (select count(*) as n, min(p.feed_id::text) as target from app.products p
        where p.tenant_id = $1 and p.feed_id <> l.feed_id
          and p.source_id = any(array(select coalesce(i.product_sku, l.sku) from (values (1)) one left join app.listings i
              on i.tenant_id = $1 and i.channel_sku = l.sku and i.channel is not distinct from l.channel))) m
      where l.tenant_id = $1 and l.day = any($2::date[]) and l.fee is not true
      union all
      select o.day, 'order', o.feed_id, o.source_id, 'order→customer', o.customer_id, o.placed_at, o.channel, false,
             case when o.customer_key is null then 'missing_key' when o.customer_key like 'login:%' then 'no_candidate'
                  else 'matched' end, null, null
      from app.orders o where o.tenant_id = $1 and o.day = any($2::date[]) and o.test is not true
      union all
      select o.day, 'order', o.feed_id, o.source_id, 'order→shipment', o.number, o.placed_at, o.channel,
             o.day > $3::date - 4,
             case when exists (select from app.orders p where p.tenant_id = $1 and p.number = o.number
                    and (p.feed_id, p.source_id) <> (o.feed_id, o.source_id)) then 'ambiguous'
                  when m.target is not null then 'matched' else ${unlike(`
                    select from app.shipments s where s.tenant_id = $1 and s.feed_id <> o.feed_id
                      and s.order_number_form = o.number_form`)} end, m.target, null
      from app.orders o
      cross join lateral (select min(s.feed_id::text) as target from app.shipments s where s.tenant_id = $1 and s.order_number = o.number
        and s.feed_id <> o.feed_id) m
      where o.tenant_id = $1 and o.day = any($2::date[]) and o.status in ('shipped', 'delivered') and o.test is not true
      union all
      select s.day, 'shipment', s.feed_id, s.source_id, 'shipment→tracking_event', s.tracking_no, s.shipped_at, s.channel,
             s.day > $3::date - 4,
             case when m.n > 0 then 'matched' else ${unlike(`
               select from app.tracking_events e where e.tenant_id = $1
                 and e.shipment_id_form in (s.source_id_form, s.tracking_no_form)`)} end, m.target, null
      from app.shipments s
      cross join lateral (select count(*) as n, min(e.feed_id::text) as target from app.tracking_events e where e.tenant_id = $1
        and e.shipment_id in (s.source_id, s.tracking_no)) m
      where s.tenant_id = $1 and s.day = any($2::date[]) and s.shipped_at is not null
      union all
      select t.day, 'ticket', t.feed_id, t.source_id, 'ticket→order', t.order_number, t.opened_at, t.channel, false,
             case when t.order_number is null then 'missing_key'
                  else case m.n when 1 then 'matched' when 0 then ${unlike(`
                    select from app.orders o where o.tenant_id = $1 and o.feed_id <> t.feed_id
                      and o.number_form = t.order_number_form`)} else 'ambiguous' end end, m.target, null
      from app.tickets t
      cross join lateral (select count(*) as n, min(o.feed_id::text) as target from app.orders o where o.tenant_id = $1
        and o.number = t.order_number and o.feed_id <> t.feed_id) m
      where t.tenant_id = $1 and t.day = any($2::date[])
      union all
      select e.day, 'process_event', e.feed_id, e.source_id, 'process_event→case', e.case_id, e.started_at, null, false,
             case m.n when 1 then 'matched' when 0 then ${unlike(`
               select from app.orders o where o.tenant_id = $1 and o.feed_id <> e.feed_id and e.case_kind = 'order'
                 and o.number_form = e.case_id_form
               union all select from app.shipments s where s.tenant_id = $1 and s.feed_id <> e.feed_id and e.case_kind = 'shipment'
                 and (s.source_id_form = e.case_id_form or s.tracking_no_form = e.case_id_form)
               union all select from app.tickets t where t.tenant_id = $1 and t.feed_id <> e.feed_id and e.case_kind = 'ticket'
                 and t.source_id_form = e.case_id_form`)} else 'ambiguous' end, m.target, e.case_kind
      from app.process_events e
      cross join lateral (select count(*) as n, min(c.feed_id::text) as target from (
        select o.feed_id from app.orders o where o.tenant_id = $1 and o.number = e.case_id and o.feed_id <> e.feed_id
          and e.case_kind = 'order'
        union all select s.feed_id from app.shipments s where s.tenant_id = $1 and s.feed_id <> e.feed_id and e.case_kind = 'shipment'
          and (s.source_id = e.case_id or s.tracking_no = e.case_id)
        union all select t.feed_id from app.tickets t where t.tenant_id = $1 and t.feed_id <> e.feed_id
          and t.source_id = e.case_id and e.case_kind = 'ticket') c) m
      where e.tenant_id = $1 and e.day = any($2::date[]) and e.case_kind in ('order', 'shipment', 'ticket')
      -- What is asked of each row is asked once, however often its answer is named above.
      offset 0
    ) f`,
  measure: coverage({ dim: 'pair' }),
  evidence: [
    { name: 'pair', title: { en: 'Join pair', zh: '关联对' }, kind: 'text' },
    { name: 'record', title: { en: 'Record', zh: '记录' }, kind: 'text' },
    { name: 'source_id', title: { en: 'Id in the source', zh: '来源编号' }, kind: 'code' },
    { name: 'ref', title: { en: 'Looks for', zh: '查找对象' }, kind: 'code' },
    { name: 'why', title: { en: 'Result', zh: '结果' }, kind: 'text' },
    { name: 'channel', title: { en: 'Channel', zh: '渠道' }, kind: 'text' },
    { name: 'at', title: { en: 'At', zh: '时间' }, kind: 'instant' },
  ],
  beside: [
    {
      dim: 'link',
      sums: `select f.day, f.pair || ' · ' || f.feed_id || ' · ' || coalesce(f.target, '') as key, f.num, f.den
             from f where f.excluded is null`,
      figures: (groups, { feeds }) => [isolated('isolated_sources', groups, feeds)],
      examples: [
        {
          what: 'shop, master and carrier are one; of the helpdesk’s tickets under half lead to the shop, the log names no order',
          groups: {
            'order_line→product · shop · master': { num: 9, den: 9, rows: 9 },
            'order_line→product · shop · ': { num: 0, den: 1, rows: 1 },
            'order→shipment · shop · carrier': { num: 5, den: 5, rows: 5 },
            'order→shipment · shop · ': { num: 0, den: 5, rows: 5 },
            'ticket→order · helpdesk · shop': { num: 4, den: 4, rows: 4 },
            'ticket→order · helpdesk · ': { num: 0, den: 6, rows: 6 },
            'process_event→case · log · ': { num: 0, den: 8, rows: 8 },
          },
          context: { feeds: ['shop', 'master', 'carrier', 'helpdesk', 'log'] },
          figures: [{ name: 'isolated_sources', value: 40, numerator: 2, denominator: 5 }],
        },
        {
          what: 'a link within one feed connects nothing',
          groups: { 'shipment→tracking_event · carrier · carrier': { num: 9, den: 9, rows: 9 } },
          context: { feeds: ['carrier', 'shop'] },
          figures: [{ name: 'isolated_sources', value: 50, numerator: 1, denominator: 2 }],
        },
        {
          what: 'one source is not isolated from anything',
          groups: {},
          context: { feeds: ['shop'] },
          figures: [{ value: null }],
        },
      ],
    },
  ],
  unmeasured: [
    {
      en: 'The pairs payout line → order, inventory → product and attributed ad spend → order: there are no records of payouts, inventory and ad spend yet.',
      zh: '关联对“回款明细→订单”“库存→商品”“广告归因→订单”：目前没有回款、库存与广告花费的记录。',
    },
    {
      en: 'Precision and recall of the links: no record holds pairs that a person has judged (which two rows, linked by which rule, right or wrong); at least 200 for each rule are needed.',
      zh: '关联的精确率与召回率：没有记录人工核验的样本（哪两行、依哪条规则关联、对或错），每条规则至少需要 200 对。',
    },
  ],
  words: {
    pair_why: { en: 'Pair and result', zh: '关联对与结果' },
    written_otherwise: { en: 'Written otherwise', zh: '写法不同' },
    isolated_sources: { en: 'Feeds outside the largest connected whole', zh: '孤立数据源占比' },
  },
  minSample: 1,
  definition: 3,
  examples: [
    {
      what: 'coverage .9 .5 .7 with equal weights',
      groups: { a: { num: 9, den: 10, rows: 10 }, b: { num: 5, den: 10, rows: 10 }, c: { num: 7, den: 10, rows: 10 } },
      context: { sources: 3 },
      value: 0.3,
    },
    {
      what: 'a pair without eligible rows moves its weight to the others',
      groups: { a: { num: 9, den: 10, rows: 10 }, b: { num: 0, den: 0, rows: 0 } },
      context: { sources: 2 },
      value: 0.1,
    },
    {
      what: 'coverage .9 .5 .7 with weights .3 .5 .2',
      groups: { a: { num: 9, den: 10, rows: 10 }, b: { num: 5, den: 10, rows: 10 }, c: { num: 7, den: 10, rows: 10 } },
      context: { sources: 3, weights: { a: 0.3, b: 0.5, c: 0.2 } },
      value: 0.34,
    },
    {
      what: 'one source only is no index',
      groups: { a: { num: 9, den: 10, rows: 10 } },
      context: { sources: 1 },
      value: null,
    },
  ],
});
