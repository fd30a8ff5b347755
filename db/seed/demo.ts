import { addDays } from '@/lib/day';
import { env } from '@/lib/env';
import { lastEcbRates } from './last-ecb-rates';
import { loadEcbRates } from './load-ecb-rates';
import { onlineRetail } from './online-retail/plan';
import { type DemoTenant, seedTenant } from './seed-tenant';
import { lateSinceDays } from './showcase/parcels';
import { saleDaysAgo } from './showcase/sales';
import { showcase } from './showcase/showcase';
import { silentDays } from './showcase/tickets';
import { firm } from './showcase/world';
import { type DemoSignIn, demoPeople } from './sign-ins';

const peopleOf = (slug: string) => demoPeople().filter((p) => p.tenant === slug);

const tenants = (): DemoTenant[] => [
  {
    ...firm,
    locale: 'zh-CN',
    people: peopleOf(firm.slug),
    feeds: async (today) => showcase(today, await lastEcbRates(env().DATABASE_URL)),
    roadmap: (today) => ({
      began: addDays(today, -300),
      owners: {
        D01: '数据组',
        D06: '品牌部',
        C01: '运营部',
        C05: '物流部',
        C07: '物流部',
        E01: '渠道部',
        E07: '渠道部',
      },
      own: [
        {
          kpi: 'C01',
          title: '七成流程自动化 · 70% automated',
          target: 70,
          stage: 2,
          startOn: addDays(today, -120),
          dueOn: addDays(today, 200),
          owner: '运营部',
        },
        {
          kpi: 'D06',
          title: '复购率 22% · Repeat purchases 22%',
          target: 22,
          stage: 2,
          startOn: addDays(today, -210),
          dueOn: addDays(today, -20),
          owner: '品牌部',
        },
        {
          kpi: 'D01',
          title: '孤岛指数 0.25 · Silo index 0.25',
          target: 0.25,
          stage: 2,
          startOn: addDays(today, -150),
          dueOn: addDays(today, 170),
          owner: '数据组',
        },
      ],
    }),
    notes: (today) => [
      { day: addDays(today, -saleDaysAgo[0]), text: '平台夏季大促 Summer sale on the marketplaces' },
      { day: addDays(today, -lateSinceDays), text: 'Sampan Parcel 更换分拨中心 moved its hub' },
      { day: addDays(today, -silentDays), text: '客服系统密钥到期 Helpdesk key expired' },
    ],
  },
  {
    slug: 'online-retail',
    name: 'Online Retail (extract)',
    zone: 'Europe/London',
    currency: 'GBP',
    locale: 'en',
    people: peopleOf('online-retail'),
    feeds: async () => onlineRetail(),
    roadmap: () => ({ began: '2011-06-01', owners: {}, own: [] }),
    notes: () => [],
  },
];

/**
 * Makes the demo's tenants where they are missing and answers how to sign in. Goes on where an interrupted seeding stopped;
 * does nothing when all is there. Needs a migrated database.
 * @param report gets a line for each step
 */
export async function seedDemo(report: (line: string) => void = () => {}): Promise<DemoSignIn[]> {
  if (await loadEcbRates(env().DATABASE_URL)) report('Exchange rates of the ECB are loaded');
  // Together: while PostgreSQL computes for one, the other's rows are read.
  await Promise.all(tenants().map((tenant) => seedTenant(tenant, report)));
  return demoPeople().map(({ email, password, tenant, title }) => ({ email, password, tenant, title }));
}
