import type { Option } from '../command';

/** Whom a command is about. */
export const emailOption: Option = {
  value: 'EMAIL',
  required: true,
  summary: { en: 'e-mail address of the person’s account', zh: '该人账号的邮箱' },
};
