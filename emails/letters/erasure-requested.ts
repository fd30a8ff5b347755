import { letter } from './letter';

/** To the owners: one of them asked for the firm to be erased. */
export const erasureRequested = letter<{ tenant: string; by: string; at: string; link: string }>({
  name: 'erasure-requested',
  sample: {
    tenant: 'Morning Sail Trading',
    by: 'lin@example.com',
    at: '2026-04-28 09:30 (Asia/Shanghai)',
    link: 'https://fairway.example.com/morning-sail/settings/data',
  },
  en: ({ tenant, by, at, link }) => ({
    subject: `${tenant} will be erased on ${at}`,
    title: 'Your firm will be erased',
    text: [
      `${by} asked for ${tenant} to be erased. On ${at} everything goes for good: records, KPIs, files, members, keys and the audit log.`,
      'Until then all can be read, and nothing but this be changed.',
    ],
    button: {
      text: 'Any owner can call it off, or take a copy of all data along.',
      label: 'Call it off or export',
      href: link,
    },
    why: `You get this because you own ${tenant} on Fairway.`,
  }),
  zh: ({ tenant, by, at, link }) => ({
    subject: `${tenant} 将于 ${at} 注销`,
    title: '贵司即将注销',
    text: [
      `${by} 申请注销 ${tenant}。届时（${at}）全部内容将被永久删除：业务记录、指标、文件、成员、密钥和操作日志。`,
      '在此之前，所有内容仍可查看，但不能再做其他修改。',
    ],
    button: { text: '任何一位所有者都可以撤销注销，或先导出全部数据。', label: '撤销注销或导出数据', href: link },
    why: `您收到此邮件，是因为您是 ${tenant} 在 Fairway 上的所有者。`,
  }),
});
