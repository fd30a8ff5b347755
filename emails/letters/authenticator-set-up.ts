import { letter } from './letter';

/** An authenticator app was set up: said to the person, so that nobody else's does not go unnoticed. */
export const authenticatorSetUp = letter<{ link: string }>({
  name: 'authenticator-set-up',
  sample: { link: 'https://fairway.example/account' },
  en: ({ link }) => ({
    subject: 'An authenticator app was set up for your account',
    title: 'Sign-in now asks for a code',
    text: [
      'An authenticator app was set up for your Fairway account. From now on every sign-in asks for one of its codes.',
    ],
    button: { text: 'If that was you, there is nothing to do.', label: 'Open my account', href: link },
    notes: [
      'If it was not you, somebody knows your way in: set a new password at once and switch the authenticator off in your account.',
      'Keep the recovery codes where you find them without your phone.',
    ],
    why: 'You get this because the sign-in of your Fairway account was changed.',
  }),
  zh: ({ link }) => ({
    subject: '您的账号已启用验证器应用',
    title: '登录时将需要验证码',
    text: ['您的 Fairway 账号已设置验证器应用。今后每次登录都需要输入其中的验证码。'],
    button: { text: '如果是您本人操作，无需任何处理。', label: '打开我的账号', href: link },
    notes: [
      '如果不是您本人操作，说明有人掌握了您的登录方式：请立即设置新密码，并在账号中停用该验证器。',
      '请把恢复码存放在没有手机时也能找到的地方。',
    ],
    why: '您收到此邮件，是因为您的 Fairway 账号的登录方式有变更。',
  }),
});
