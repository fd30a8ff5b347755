import { operatorAtDesk } from '@/domain/platform/access';
import { listAdmins } from '@/domain/platform/admins';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { table } from '../table';

export const adminList = command({
  noun: 'admin',
  verb: 'list',
  summary: { en: 'List the platform admins, and who has an authenticator', zh: '列出平台管理员及其验证器状态' },
  async run({ locale }) {
    const admins = await listAdmins(operatorAtDesk());
    const t = (key: string) => textOf(locale, `cli.${key}`);
    return {
      data: { data: admins, next: null },
      lines: admins.length
        ? table(
            [t('column.email'), t('column.authenticator')],
            admins.map((admin) => [admin.email, t(admin.authenticator ? 'yes' : 'no')]),
          )
        : [t('noAdmins')],
    };
  },
});
