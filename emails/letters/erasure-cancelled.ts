import { letter } from './letter';

/** To the owners: the erasure is called off. */
export const erasureCancelled = letter<{ tenant: string; by: string; link: string }>({
  name: 'erasure-cancelled',
  sample: {
    tenant: 'Morning Sail Trading',
    by: 'lin@example.com',
    link: 'https://fairway.example.com/morning-sail',
  },
  en: ({ tenant, by, link }) => ({
    subject: `${tenant} stays`,
    title: 'Your firm stays',
    text: [`${by} called the erasure of ${tenant} off. Nothing was deleted, and everything works as before.`],
    button: { text: 'Go on where you were.', label: 'To Fairway', href: link },
    why: `You get this because you own ${tenant} on Fairway.`,
  }),
  zh: ({ tenant, by, link }) => ({
    subject: `${tenant} 已撤销注销`,
    title: '注销已撤销',
    text: [`${by} 已撤销 ${tenant} 的注销申请。数据没有删除，一切照常使用。`],
    button: { text: '可以继续使用。', label: '打开 Fairway', href: link },
    why: `您收到此邮件，是因为您是 ${tenant} 在 Fairway 上的所有者。`,
  }),
});
