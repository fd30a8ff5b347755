import { operatorAtDesk } from '@/domain/platform/access';
import { revokeAdmin } from '@/domain/platform/admins';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { emailOption } from './email-option';

export const adminRevoke = command({
  noun: 'admin',
  verb: 'revoke',
  summary: { en: 'Close the platform’s desk to a person, and end their visits', zh: '撤销平台管理员，并结束其访问' },
  options: { email: emailOption },
  async run({ options, locale }) {
    const email = options.email!;
    const revoked = await revokeAdmin(operatorAtDesk(), email);
    return {
      data: { email, revoked },
      lines: [textOf(locale, revoked ? 'cli.adminRevoked' : 'cli.adminNone', { email })],
    };
  },
});
