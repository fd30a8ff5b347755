import { listMembers } from '@/domain/members/list-members';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { table } from '../table';
import { tenantAccess, tenantOption } from '../tenant-access';

export const memberList = command({
  noun: 'member',
  verb: 'list',
  summary: { en: 'List the members of a tenant', zh: '列出企业成员' },
  options: { tenant: tenantOption },
  async run({ options, locale }) {
    const members = await withTenant(await tenantAccess(options.tenant!), listMembers);
    const headings = ['email', 'name', 'role', 'joined', 'lastSeen'];
    const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? '–';
    return {
      data: { data: members, next: null },
      lines: table(
        headings.map((h) => textOf(locale, `cli.column.${h}`)),
        members.map((m) => [m.email, m.name ?? '–', m.role, day(m.joinedAt), day(m.lastSeenAt)]),
      ),
    };
  },
});
