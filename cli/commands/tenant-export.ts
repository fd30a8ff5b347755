import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Refusal } from '@/domain/errors';
import { writeArchive } from '@/domain/leaving/write-archive';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { tenantAccess, tenantOption } from '../tenant-access';

export const tenantExport = command({
  noun: 'tenant',
  verb: 'export',
  summary: { en: 'Write all data of a tenant into a zip', zh: '将企业的全部数据导出为 zip 文件' },
  options: {
    slug: tenantOption,
    to: { value: 'FILE', required: true, summary: { en: 'the zip to be written', zh: '要写入的 zip 文件' } },
  },
  async run({ options, locale }) {
    const access = await tenantAccess(options.slug!);
    const path = resolve(options.to!);
    const archive = await writeArchive(access, `${path}.part`).catch((error: NodeJS.ErrnoException) => {
      if (error.syscall) throw new Refusal('file_not_written', 422, { path, why: error.code ?? error.message }, 'to');
      throw error;
    });
    await rename(`${path}.part`, path);
    const { files, size, sha256 } = archive;
    await withTenant(access, (work) => work.audit('tenant.exported', { files: files.length, bytes: size, sha256 }));
    return {
      data: { path, size, sha256, files },
      lines: [
        textOf(locale, 'cli.tenantExported', { slug: options.slug!, files: files.length, bytes: size, sha256, path }),
      ],
    };
  },
});
