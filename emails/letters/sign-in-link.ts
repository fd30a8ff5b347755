import { letter } from './letter';

/** The link to sign in with, instead of a password. */
export const signInLink = letter<{ link: string; minutes: number }>({
  name: 'sign-in-link',
  sample: { link: 'https://fairway.example/sign-in/link/token', minutes: 15 },
  en: ({ link, minutes }) => ({
    subject: 'Your link to sign in to Fairway',
    title: 'Sign in',
    text: ['Here is the link that you asked for.'],
    button: { text: 'Open the page and press the button there.', label: 'Sign in', href: link },
    notes: [
      `The link holds for ${minutes} minutes and works once.`,
      'If you did not ask for it, do nothing: without this mail nobody can use it. Do not pass it on.',
    ],
    why: 'You get this because somebody asked for a link to sign in with this address.',
  }),
  zh: ({ link, minutes }) => ({
    subject: '您的 Fairway 登录链接',
    title: '登录',
    text: ['这是您申请的登录链接。'],
    button: { text: '打开页面，点击其中的按钮即可登录。', label: '登录', href: link },
    notes: [
      `链接 ${minutes} 分钟内有效，只能使用一次。`,
      '如果不是您申请的，无需任何操作：没有这封邮件，任何人都无法使用该链接。请勿转发。',
    ],
    why: '您收到此邮件，是因为有人申请用该邮箱地址登录。',
  }),
});
