import { letter } from './letter';

/** To an address that another account asks for, when it has an account of its own. */
export const addressKnown = letter<Record<string, never>>({
  name: 'address-known',
  sample: {},
  en: () => ({
    subject: 'This address has a Fairway account already',
    title: 'This address has an account already',
    text: [
      'Somebody asked to use this address for another Fairway account. It has an account of its own, so nothing has changed.',
    ],
    notes: [
      'If it was you: sign in with this address, or choose another one for the other account.',
      'If it was not, do nothing: whoever it was has learnt nothing about your account.',
    ],
    why: 'You get this because a Fairway account asked to be reached at this address.',
  }),
  zh: () => ({
    subject: '该邮箱地址已有 Fairway 账号',
    title: '该地址已有账号',
    text: ['有人申请将该邮箱地址用于另一个 Fairway 账号。由于它已有自己的账号，因此没有任何更改。'],
    notes: [
      '如果是您本人操作：请直接用该地址登录，或为另一个账号选择其他地址。',
      '如果不是，无需理会：对方无从得知您是否有账号。',
    ],
    why: '您收到此邮件，是因为有 Fairway 账号申请使用该邮箱地址。',
  }),
});
