import { letter } from './letter';

/** To the owners: the platform suspends the firm. */
export const tenantSuspended = letter<{ tenant: string; reason: string; at: string; graceDays: number }>({
  name: 'tenant-suspended',
  sample: {
    tenant: 'Morning Sail Trading',
    reason: 'The invoice of March is not paid.',
    at: '2026-04-14 09:30 (Asia/Shanghai)',
    graceDays: 7,
  },
  en: ({ tenant, reason, at, graceDays }) => ({
    subject: `${tenant}: Fairway ${graceDays > 0 ? 'will be' : 'is'} suspended`,
    title: graceDays > 0 ? 'Your firm will be suspended' : 'Your firm is suspended',
    text: [
      graceDays > 0
        ? `From ${at} on, ${tenant} can read everything and change nothing. Until then all works as usual.`
        : `Since ${at}, ${tenant} can read everything and change nothing.`,
      'While it is suspended, feeds are not read and no digest goes out. Nothing is deleted; what waits is taken up when it is resumed. You can export your data at any time.',
    ],
    rows: [{ title: 'Reason', details: [reason] }],
    notes: ['Answer whoever looks after you at Fairway to settle it.'],
    why: `You get this because you own ${tenant} on Fairway.`,
  }),
  zh: ({ tenant, reason, at, graceDays }) => ({
    subject: `${tenant}：Fairway 服务${graceDays > 0 ? '即将' : '已'}暂停`,
    title: graceDays > 0 ? '贵司的服务即将暂停' : '贵司的服务已暂停',
    text: [
      graceDays > 0
        ? `自 ${at} 起，${tenant} 的全部内容仍可查看，但不能修改。在此之前一切照常使用。`
        : `自 ${at} 起，${tenant} 的全部内容仍可查看，但不能修改。`,
      '暂停期间不再读取数据源，也不再发送简报。数据不会删除；恢复后，排队的任务会继续处理。您可以随时导出数据。',
    ],
    rows: [{ title: '原因', details: [reason] }],
    notes: ['如需恢复，请联系您的 Fairway 客户经理。'],
    why: `您收到此邮件，是因为您是 ${tenant} 在 Fairway 上的所有者。`,
  }),
});
