import { letter } from './letter';

/** After a password was set: whoever did not do it learns of it. */
export const passwordChanged = letter<{ link: string }>({
  name: 'password-changed',
  sample: { link: 'https://fairway.example/reset' },
  en: ({ link }) => ({
    subject: 'Your Fairway password was changed',
    title: 'Your password was changed',
    text: ['Your account has a new password, and your other sessions were ended. If you did this, all is well.'],
    button: {
      text: 'If you did not, set another password at once; that also signs out whoever it was.',
      label: 'Set another password',
      href: link,
    },
    why: 'You get this because the password of your Fairway account was changed.',
  }),
  zh: ({ link }) => ({
    subject: '您的 Fairway 密码已修改',
    title: '密码已修改',
    text: ['您的账号已启用新密码，其他登录会话均已结束。如果是您本人操作，无需理会。'],
    button: {
      text: '如果不是您本人操作，请立即重设密码，对方也会随之退出登录。',
      label: '重设密码',
      href: link,
    },
    why: '您收到此邮件，是因为您的 Fairway 账号密码发生了变更。',
  }),
});
