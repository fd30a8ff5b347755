import { letter } from './letter';

/** To the new address, before an account's address changes. */
export const confirmAddress = letter<{ from: string; to: string; link: string; minutes: number }>({
  name: 'confirm-address',
  sample: {
    from: 'lin@old.example',
    to: 'lin@new.example',
    link: 'https://fairway.example/account/email/token',
    minutes: 120,
  },
  en: ({ from, to, link, minutes }) => ({
    subject: 'Confirm your new address for Fairway',
    title: 'Confirm your new address',
    text: [`The Fairway account ${from} asks to change its address to ${to}.`],
    button: { text: 'Open the page and press the button there.', label: 'Confirm the address', href: link },
    notes: [
      `The link holds for ${minutes} minutes and works once.`,
      'If this is not your account, do nothing: the address stays as it is.',
    ],
    why: 'You get this because a Fairway account asks to be reached at this address.',
  }),
  zh: ({ from, to, link, minutes }) => ({
    subject: '确认您的 Fairway 新邮箱地址',
    title: '确认新邮箱地址',
    text: [`Fairway 账号 ${from} 申请将邮箱地址更改为 ${to}。`],
    button: { text: '打开页面，点击其中的按钮即可。', label: '确认新地址', href: link },
    notes: [`链接 ${minutes} 分钟内有效，只能使用一次。`, '如果这不是您的账号，无需任何操作：邮箱地址不会更改。'],
    why: '您收到此邮件，是因为有 Fairway 账号申请使用该邮箱地址。',
  }),
});
