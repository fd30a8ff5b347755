import { kpi } from '../kpi';
import { concentration } from '../measures/concentration';
import { netRevenue, netRevenueEvidence } from '../relations/net-revenue';

export const platformDependence = kpi({
  code: 'E01',
  id: 'platform-dependence',
  mechanism: 'ecosystem',
  group: 'independence',
  title: { en: 'Platform dependence', zh: '平台依赖度' },
  question: { en: 'How much of our revenue can one platform owner switch off?', zh: '一家平台能切断我们多少收入？' },
  formula: {
    en: 'Net revenue through the largest platform owner group ÷ all net revenue, over the last 365 days. All sites of one owner are one group; own sites have no owner and cannot be the largest; channels without a known owner form the group “unknown”.',
    zh: '近 365 天内，最大平台集团渠道的净收入 ÷ 全部净收入。同一集团的所有站点合并计算；独立站没有平台集团，不参与“最大”的比较；集团未知的渠道合为“未知”一组。',
  },
  unit: 'ratio',
  direction: 'lower',
  anchors: { floor: 0.9, pass: 0.5, target: 0.3 },
  basis: 'S',
  benchmark: {
    en: '30%: single-firm share in the 2023 US Merger Guidelines, borrowed as an analogy. 10%: IFRS 8.34 major customer.',
    zh: '30%：类比 2023 年美国《合并指南》的单一企业份额。10%：IFRS 8.34 主要客户披露线。',
  },
  windows: ['365d'],
  follows: ['order'],
  needs: ['order'],
  spillDays: 0,
  latenessDays: 3,
  dims: ['owner_group', 'channel'],
  facts: netRevenue,
  measure: concentration({
    statistic: 'largest',
    dim: 'owner_group',
    notCandidate: 'own:',
    // Unknown owners count as one group and leave the value as it is; their share is told.
    unknown: { key: 'unknown', provisionalAbove: 1, emptyAbove: 1 },
    provisionalBelowDays: 90,
  }),
  evidence: netRevenueEvidence,
  unmeasured: [
    {
      en: 'The largest share of profit: no record holds costs of goods, platform fees and freight by order.',
      zh: '按利润计算的最大平台占比：没有按订单记录的商品成本、平台费用与运费。',
    },
    {
      en: 'Customers who can be reached through one owner group only: orders do not say which contact a platform lets the firm use.',
      zh: '仅能通过单一平台集团触达的客户占比：订单未说明平台允许企业使用哪些联系方式。',
    },
  ],
  minSample: 1,
  definition: 2,
  examples: [
    {
      what: 'shares .60 .25 .10 .05',
      groups: {
        a: { num: 6000, den: 6000, rows: 60 },
        b: { num: 2500, den: 2500, rows: 25 },
        c: { num: 1000, den: 1000, rows: 10 },
        d: { num: 500, den: 500, rows: 5 },
      },
      value: 0.6,
      companions: { hhi: 4350, normalised: 0.2467, effective: 2.2989, shannon: 1.0331, exp_shannon: 2.8098, cr3: 0.95 },
    },
    {
      what: 'an own site is in the sum and cannot be the largest',
      groups: { 'own:site': { num: 900, den: 900, rows: 9 }, amazon: { num: 100, den: 100, rows: 1 } },
      value: 0.1,
    },
    {
      what: 'channels whose owner is not known are one group, and its share is told',
      groups: { unknown: { num: 700, den: 700, rows: 7 }, amazon: { num: 300, den: 300, rows: 3 } },
      value: 0.7,
      companions: { unknown_share: 0.7 },
    },
    { what: 'nothing sold', groups: {}, value: null },
  ],
});
