import { letter } from './letter';

/** After a sign-up with an address that has an account: the page does not tell, this letter does. */
export const alreadyRegistered = letter<{ link: string; reset: string }>({
  name: 'already-registered',
  sample: { link: 'https://fairway.example/sign-in?next=/new-firm', reset: 'https://fairway.example/reset' },
  en: ({ link, reset }) => ({
    subject: 'You have a Fairway account already',
    title: 'You have an account already',
    text: [
      'Somebody, probably you, signed up for Fairway with this address. It has an account already, so nothing was opened and nothing has changed.',
    ],
    button: { text: 'Sign in with it; another firm is founded from there.', label: 'Sign in', href: link },
    rows: [{ title: 'Forgotten the password? Set a new one', href: reset }],
    notes: ['If it was not you, do nothing: whoever it was has learnt nothing about your account.'],
    why: 'You get this because somebody signed up for Fairway with this address.',
  }),
  zh: ({ link, reset }) => ({
    subject: '您已经有 Fairway 账号',
    title: '您已经有账号',
    text: [
      '有人（可能是您本人）使用该邮箱地址注册 Fairway。这个地址已有账号，因此没有新建任何内容，您的账号也没有变化。',
    ],
    button: { text: '请直接登录；登录后可以再创建一家企业。', label: '登录', href: link },
    rows: [{ title: '忘记密码？设置新密码', href: reset }],
    notes: ['如果不是您本人操作，无需理会：对方无从得知您是否有账号。'],
    why: '您收到此邮件，是因为有人使用该邮箱地址注册 Fairway。',
  }),
});
