import { letter } from './letter';

/** The link to set a new password. */
export const resetPassword = letter<{ link: string; minutes: number }>({
  name: 'reset-password',
  sample: { link: 'https://fairway.example/reset/token', minutes: 60 },
  en: ({ link, minutes }) => ({
    subject: 'Set a new password for Fairway',
    title: 'Set a new password',
    text: ['Somebody, probably you, asked to set a new password for your account.'],
    button: { text: 'Choose the new password on this page.', label: 'Set a new password', href: link },
    notes: [
      `The link holds for ${minutes} minutes and works once. Afterwards you are signed out everywhere.`,
      'If you did not ask for it, do nothing: your password stays as it is.',
    ],
    why: 'You get this because somebody asked for a new password for this address.',
  }),
  zh: ({ link, minutes }) => ({
    subject: '重设您的 Fairway 密码',
    title: '重设密码',
    text: ['有人（可能是您本人）申请为您的账号设置新密码。'],
    button: { text: '请在页面中设置新密码。', label: '设置新密码', href: link },
    notes: [
      `链接 ${minutes} 分钟内有效，只能使用一次。设置完成后，您在所有设备上都会退出登录。`,
      '如果不是您申请的，无需任何操作：密码保持不变。',
    ],
    why: '您收到此邮件，是因为有人申请重设该邮箱地址对应账号的密码。',
  }),
});
