import { inviteMember } from '@/domain/invitations/invite-member';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { tenantAccess, tenantOption } from '../tenant-access';

export const memberInvite = command({
  noun: 'member',
  verb: 'invite',
  summary: { en: 'Invite somebody to a tenant by mail', zh: '通过邮件邀请成员加入企业' },
  options: {
    tenant: tenantOption,
    email: { value: 'EMAIL', required: true, summary: { en: 'whom', zh: '邮箱' } },
    role: {
      value: 'ROLE',
      required: true,
      summary: { en: 'owner, admin, analyst or viewer', zh: 'owner、admin、analyst 或 viewer' },
    },
    locale: { value: 'LOCALE', summary: { en: 'language of the mail: zh-CN or en', zh: '邮件语言：zh-CN 或 en' } },
  },
  async run({ options, locale }) {
    const access = await tenantAccess(options.tenant!);
    const { id } = await withTenant(access, (work) =>
      inviteMember(work, { email: options.email!, role: options.role!, locale: options.locale }),
    );
    return { data: { id }, lines: [textOf(locale, 'cli.invited', { email: options.email! })] };
  },
});
