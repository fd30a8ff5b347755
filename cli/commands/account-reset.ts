import { operatorAtDesk } from '@/domain/platform/access';
import { passwordLink } from '@/domain/platform/accounts';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { emailOption } from './email-option';

export const accountReset = command({
  noun: 'account',
  verb: 'reset',
  summary: {
    en: 'Print a link by which a person sets a new password within an hour',
    zh: '输出一个重设密码的链接，一小时内有效',
  },
  options: { email: emailOption },
  async run({ options, locale }) {
    const email = options.email!;
    const link = await passwordLink(operatorAtDesk(), email);
    return { data: { email, link }, lines: [link, textOf(locale, 'cli.passwordLink', { email })] };
  },
});
