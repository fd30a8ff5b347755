import { letter } from './letter';

/** An authenticator app was switched off: said to the person, because the account is less safe now. */
export const authenticatorRemoved = letter<{ link: string }>({
  name: 'authenticator-removed',
  sample: { link: 'https://fairway.example/account' },
  en: ({ link }) => ({
    subject: 'The authenticator app of your account was switched off',
    title: 'Sign-in no longer asks for a code',
    text: [
      'The authenticator app of your Fairway account was switched off. Its codes and the recovery codes open nothing any more.',
    ],
    button: { text: 'You can set one up again at any time.', label: 'Open my account', href: link },
    notes: ['If it was not you, set a new password at once and end the sessions that you do not know.'],
    why: 'You get this because the sign-in of your Fairway account was changed.',
  }),
  zh: ({ link }) => ({
    subject: '您的账号已停用验证器应用',
    title: '登录时不再需要验证码',
    text: ['您的 Fairway 账号已停用验证器应用，原有的验证码和恢复码均已失效。'],
    button: { text: '您可以随时重新设置。', label: '打开我的账号', href: link },
    notes: ['如果不是您本人操作，请立即设置新密码，并结束您不认识的登录会话。'],
    why: '您收到此邮件，是因为您的 Fairway 账号的登录方式有变更。',
  }),
});
