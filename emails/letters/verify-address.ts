import { letter } from './letter';

/** After a sign-up: the link that proves the address. */
export const verifyAddress = letter<{ tenant: string; link: string; hours: number }>({
  name: 'verify-address',
  sample: { tenant: 'Morning Sail Trading', link: 'https://fairway.example/verify/token', hours: 24 },
  en: ({ tenant, link, hours }) => ({
    subject: 'Verify your address for Fairway',
    title: 'Verify your address',
    text: [`Fairway is ready for ${tenant}. One step is missing: show us that this address is yours.`],
    button: {
      text: 'Open the page and enter the password that you chose at the sign-up.',
      label: 'Verify the address',
      href: link,
    },
    notes: [
      `The link holds for ${hours} hours and works once.`,
      'If you did not open an account, do nothing: without this step the account stays closed.',
    ],
    why: 'You get this because somebody opened a Fairway account with this address.',
  }),
  zh: ({ tenant, link, hours }) => ({
    subject: '验证您的 Fairway 邮箱地址',
    title: '验证邮箱地址',
    text: [`${tenant} 的 Fairway 账号已创建，还差一步：请确认这个邮箱地址属于您。`],
    button: { text: '打开页面，输入您注册时设置的密码即可。', label: '验证邮箱地址', href: link },
    notes: [`链接 ${hours} 小时内有效，只能使用一次。`, '如果不是您注册的，无需任何操作：未经验证，账号不会启用。'],
    why: '您收到此邮件，是因为有人使用该邮箱地址注册了 Fairway 账号。',
  }),
});
