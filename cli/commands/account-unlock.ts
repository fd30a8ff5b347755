import { operatorAtDesk } from '@/domain/platform/access';
import { removeLostAuthenticator } from '@/domain/platform/accounts';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { emailOption } from './email-option';

export const accountUnlock = command({
  noun: 'account',
  verb: 'unlock',
  summary: {
    en: 'Take a lost authenticator off an account and end its sessions, once you know who asks',
    zh: '核实身份后，移除账号上丢失的验证器并结束其会话',
  },
  options: { email: emailOption },
  async run({ options, locale }) {
    const email = options.email!;
    const removed = await removeLostAuthenticator(operatorAtDesk(), email);
    const said = removed ? 'cli.authenticatorRemoved' : 'cli.authenticatorNone';
    return { data: { email, removed }, lines: [textOf(locale, said, { email })] };
  },
});
