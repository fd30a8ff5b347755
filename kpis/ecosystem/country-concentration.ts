import { kpi } from '../kpi';
import { concentration, shares } from '../measures/concentration';
import { european } from '../relations/european-union';
import { netRevenue, netRevenueEvidence } from '../relations/net-revenue';

export const countryConcentration = kpi({
  code: 'E07',
  id: 'country-concentration',
  mechanism: 'ecosystem',
  group: 'market-spread',
  title: { en: 'Country concentration', zh: '市场国别集中度' },
  question: { en: 'Do we live from one market?', zh: '我们是否只靠一个市场？' },
  formula: {
    en: 'Sum of the squared shares of net revenue by ship-to country, in points (0–10,000), over the last 365 days. 10,000 is one country only.',
    zh: '近 365 天按收货国家计算的净收入份额平方和，单位为点（0–10,000）。10,000 表示只有一个国家。',
  },
  unit: 'points',
  direction: 'lower',
  anchors: { floor: 6000, pass: 2500, target: 1800 },
  basis: 'S',
  benchmark: {
    en: 'US DOJ/FTC Merger Guidelines: above 1,800 is highly concentrated (2023), 2,500 in the 2010 version.',
    zh: '美国司法部/FTC《合并指南》：高于 1,800 为高度集中（2023 版），2010 版为 2,500。',
  },
  windows: ['365d'],
  follows: ['order'],
  needs: ['order'],
  spillDays: 0,
  latenessDays: 3,
  dims: ['country', 'channel'],
  facts: netRevenue,
  measure: concentration({
    statistic: 'hhi',
    dim: 'country',
    unknown: { key: 'unknown', provisionalAbove: 0.05, emptyAbove: 0.2 },
    provisionalBelowDays: 90,
  }),
  evidence: netRevenueEvidence,
  beside: [
    {
      dim: 'country',
      figures(groups) {
        const amounts = new Map<string, number>();
        for (const [country, { num }] of groups) {
          const territory = european.includes(country) ? 'EU' : country;
          amounts.set(territory, (amounts.get(territory) ?? 0) + num);
        }
        const value = amounts.size ? shares([...amounts.values()]).hhi * 10_000 : null;
        const things = { en: 'markets', zh: '市场' };
        return [{ name: 'hhi_eu_as_one', value, unit: 'points', sample: amounts.size, things }];
      },
      examples: [
        {
          what: 'Germany and France are one market of a half',
          groups: {
            US: { num: 5000, den: 5000, rows: 50 },
            DE: { num: 2500, den: 2500, rows: 25 },
            FR: { num: 2500, den: 2500, rows: 25 },
          },
          figures: [{ name: 'hhi_eu_as_one', value: 5000, unit: 'points', sample: 2 }],
        },
        {
          what: 'the United Kingdom is no part of it',
          groups: { GB: { num: 50, den: 50, rows: 5 }, DE: { num: 50, den: 50, rows: 5 } },
          figures: [{ name: 'hhi_eu_as_one', value: 5000, sample: 2 }],
        },
        { what: 'nothing sold', groups: {}, figures: [{ name: 'hhi_eu_as_one', value: null }] },
      ],
    },
  ],
  words: { hhi_eu_as_one: { en: 'With the EU as one market', zh: '欧盟按一个市场计' } },
  minSample: 1,
  definition: 2,
  examples: [
    {
      what: 'shares .60 .25 .10 .05',
      groups: {
        US: { num: 6000, den: 6000, rows: 60 },
        DE: { num: 2500, den: 2500, rows: 25 },
        JP: { num: 1000, den: 1000, rows: 10 },
        FR: { num: 500, den: 500, rows: 5 },
      },
      value: 4350,
      companions: { effective: 2.2989, cr1: 0.6 },
    },
    {
      what: 'the trap: two equal countries are 5,000 points, whatever the normalised form says',
      groups: { US: { num: 50, den: 50, rows: 5 }, DE: { num: 50, den: 50, rows: 5 } },
      value: 5000,
      companions: { normalised: 0, effective: 2 },
    },
    {
      what: 'of one country the normalised form is undefined, and shown as 1',
      groups: { US: { num: 50, den: 50, rows: 5 } },
      value: 10_000,
      companions: { normalised: 1, effective: 1, cr1: 1 },
    },
    {
      what: 'nothing to say when over a fifth of the orders name no country',
      groups: { US: { num: 90, den: 90, rows: 7 }, unknown: { num: 10, den: 10, rows: 3 } },
      value: null,
    },
    {
      what: 'a country with more refunds than sales counts as zero',
      groups: { US: { num: 100, den: 100, rows: 5 }, DE: { num: -50, den: -50, rows: 2 } },
      value: 10_000,
    },
  ],
});
