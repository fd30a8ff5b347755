import { digestNow, digestReaders } from '@/domain/digests/digest-now';
import { previewDigest } from '@/domain/digests/preview-digest';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { table } from '../table';
import { tenantAccess, tenantOption } from '../tenant-access';

export const digestSend = command({
  noun: 'digest',
  verb: 'send',
  summary: {
    en: 'Send a digest of the present period to its readers, once each',
    zh: '向读者发送本期简报，每人一次',
  },
  options: {
    tenant: tenantOption,
    digest: { value: 'DIGEST', required: true, summary: { en: 'daily or weekly', zh: 'daily 或 weekly' } },
    'dry-run': { summary: { en: 'print what would be sent, send nothing', zh: '只显示内容，不发送' } },
  },
  async run({ options, switches, locale }) {
    const access = await tenantAccess(options.tenant!);
    const digest = options.digest!;
    if (switches.has('dry-run')) {
      const mails = [];
      for (const reader of await digestReaders(access, digest))
        mails.push(await withTenant(access, (work) => previewDigest(work, { digest, userId: reader.id })));
      return {
        data: { data: mails, next: null },
        lines: mails.length
          ? mails.flatMap((mail) => [`${mail.to}: ${mail.subject}`, '', mail.text, ''])
          : [textOf(locale, 'cli.noReaders')],
      };
    }
    const sent = await digestNow(access, { digest });
    const failed = sent.some((s) => s.status === 'failed' || s.status === 'unknown');
    const headings = ['reader', 'period', 'status'].map((h) => textOf(locale, `cli.column.${h}`));
    const rows = sent.map((s) => [s.email, s.period, s.status ?? '–']);
    return {
      data: { data: sent, next: null },
      lines: sent.length ? table(headings, rows) : [textOf(locale, 'cli.noReaders')],
      failed,
    };
  },
});
