import { operatorAtDesk } from '@/domain/platform/access';
import { endAllSessions } from '@/domain/platform/accounts';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { emailOption } from './email-option';

export const accountSignout = command({
  noun: 'account',
  verb: 'signout',
  summary: { en: 'End all sessions of a person', zh: '结束某人的全部会话' },
  options: { email: emailOption },
  async run({ options, locale }) {
    const email = options.email!;
    const count = await endAllSessions(operatorAtDesk(), email);
    return { data: { email, ended: count }, lines: [textOf(locale, 'cli.sessionsEnded', { email, count })] };
  },
});
