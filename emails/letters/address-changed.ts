import { letter } from './letter';

/** To the old address, after an account's address has changed. */
export const addressChanged = letter<{ from: string; to: string }>({
  name: 'address-changed',
  sample: { from: 'lin@old.example', to: 'lin@new.example' },
  en: ({ from, to }) => ({
    subject: 'The address of your Fairway account was changed',
    title: 'Your address was changed',
    text: [`Your Fairway account is now reached at ${to}. Mails no longer go to ${from}.`],
    notes: [
      'If you did this, all is well.',
      'If you did not, tell an owner or admin of your firm at once: they can remove the account’s access.',
    ],
    why: 'You get this because this was the address of the account until now.',
  }),
  zh: ({ from, to }) => ({
    subject: '您的 Fairway 账号邮箱已更改',
    title: '邮箱地址已更改',
    text: [`您的 Fairway 账号邮箱现已改为 ${to}，今后的邮件不再发往 ${from}。`],
    notes: ['如果是您本人操作，无需理会。', '如果不是，请立即联系贵企业的所有者或管理员，由其取消该账号的访问权限。'],
    why: '您收到此邮件，是因为该地址此前是此账号的邮箱。',
  }),
});
