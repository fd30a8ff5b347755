import { letter } from './letter';

const roles: Readonly<Record<string, { en: string; zh: string }>> = {
  owner: { en: 'owner', zh: '所有者' },
  admin: { en: 'admin', zh: '管理员' },
  analyst: { en: 'analyst', zh: '分析员' },
  viewer: { en: 'viewer', zh: '查看者' },
};

/** An invitation to a firm's team: the link by which one joins. */
export const invitation = letter<{ tenant: string; inviter: string; role: string; link: string; days: number }>({
  name: 'invitation',
  sample: {
    tenant: 'Morning Sail Trading',
    inviter: 'owner@example.com',
    role: 'analyst',
    link: 'https://fairway.example/invitation/token',
    days: 7,
  },
  en: ({ tenant, inviter, role, link, days }) => ({
    subject: `${tenant} invites you to Fairway`,
    title: `Join ${tenant} on Fairway`,
    text: [
      `${inviter} invites you to the team of ${tenant} as ${roles[role]?.en ?? role}. Fairway shows a firm every morning whether going digital works, down to the rows behind each number.`,
    ],
    button: { text: 'Open the invitation and accept it there.', label: 'Open the invitation', href: link },
    notes: [
      `The link holds for ${days} days and works once. It is meant for this address alone: do not pass it on.`,
      'If you do not know the sender, do nothing: nobody learns anything about you.',
    ],
    why: 'You get this because somebody invited this address to a Fairway team.',
  }),
  zh: ({ tenant, inviter, role, link, days }) => ({
    subject: `${tenant} 邀请您加入 Fairway`,
    title: `加入 ${tenant} 的 Fairway 团队`,
    text: [
      `${inviter} 邀请您以${roles[role]?.zh ?? role}身份加入 ${tenant} 的团队。Fairway 让企业每天早上看清数字化转型是否见效，每个数字都能追溯到背后的明细。`,
    ],
    button: { text: '打开邀请页面，在页面上接受邀请。', label: '查看邀请', href: link },
    notes: [
      `链接 ${days} 天内有效，只能使用一次，仅供此邮箱使用，请勿转发。`,
      '如果您不认识发件人，无需任何操作，对方不会得知您的任何信息。',
    ],
    why: '您收到此邮件，是因为有人邀请该邮箱加入 Fairway 团队。',
  }),
});
