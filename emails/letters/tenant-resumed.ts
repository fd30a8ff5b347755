import { letter } from './letter';

/** To the owners: the suspension is over. */
export const tenantResumed = letter<{ tenant: string; link: string }>({
  name: 'tenant-resumed',
  sample: { tenant: 'Morning Sail Trading', link: 'https://fairway.example/morning-sail' },
  en: ({ tenant, link }) => ({
    subject: `${tenant}: Fairway works again`,
    title: 'Your firm is resumed',
    text: [`${tenant} is no longer suspended. Feeds that waited are being read now; digests go out again.`],
    button: { text: 'See where it stands.', label: 'Open Fairway', href: link },
    why: `You get this because you own ${tenant} on Fairway.`,
  }),
  zh: ({ tenant, link }) => ({
    subject: `${tenant}：Fairway 服务已恢复`,
    title: '贵司的服务已恢复',
    text: [`${tenant} 的暂停已解除。排队的数据正在读取，简报也会照常发送。`],
    button: { text: '查看最新情况。', label: '打开 Fairway', href: link },
    why: `您收到此邮件，是因为您是 ${tenant} 在 Fairway 上的所有者。`,
  }),
});
