import { operatorAtDesk } from '@/domain/platform/access';
import { grantAdmin } from '@/domain/platform/admins';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { emailOption } from './email-option';

export const adminGrant = command({
  noun: 'admin',
  verb: 'grant',
  summary: { en: 'Let a person who has an account enter the platform’s desk', zh: '将已有账号的人设为平台管理员' },
  options: { email: emailOption },
  async run({ options, locale }) {
    const email = options.email!;
    const granted = await grantAdmin(operatorAtDesk(), email);
    return {
      data: { email, granted },
      lines: [textOf(locale, granted ? 'cli.adminGranted' : 'cli.adminAlready', { email })],
    };
  },
});
