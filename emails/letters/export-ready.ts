import { letter } from './letter';

/** To the owners: a copy of all data is ready to be downloaded. */
export const exportReady = letter<{ tenant: string; until: string; link: string }>({
  name: 'export-ready',
  sample: {
    tenant: 'Morning Sail Trading',
    until: '2026-04-21 09:30 (Asia/Shanghai)',
    link: 'https://fairway.example.com/morning-sail/settings/data',
  },
  en: ({ tenant, until, link }) => ({
    subject: `${tenant}: the copy of your data is ready`,
    title: 'The copy of your data is ready',
    text: [`A copy of everything ${tenant} has in Fairway is made. It can be downloaded until ${until}.`],
    button: { text: 'It is behind your sign-in, for owners only.', label: 'To the download', href: link },
    notes: ['Did nobody of you ask for it? Then look into the audit log, and change your password.'],
    why: `You get this because you own ${tenant} on Fairway.`,
  }),
  zh: ({ tenant, until, link }) => ({
    subject: `${tenant}：数据副本已生成`,
    title: '数据副本已生成',
    text: [`${tenant} 在 Fairway 中的全部数据副本已经生成，请在 ${until} 之前下载。`],
    button: { text: '下载需要登录，且仅限所有者。', label: '前往下载', href: link },
    notes: ['如果不是贵司人员申请的，请查看操作日志，并修改密码。'],
    why: `您收到此邮件，是因为您是 ${tenant} 在 Fairway 上的所有者。`,
  }),
});
