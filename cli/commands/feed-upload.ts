import { constants, access as readable } from 'node:fs/promises';
import { basename } from 'node:path';
import { getFeed } from '@/domain/feeds/read-feeds';
import { parseMapping } from '@/domain/ingest/mapping';
import { startRun } from '@/domain/ingest/start-run';
import { storeFile } from '@/domain/ingest/stored-file';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command, UsageError } from '../command';
import { readJsonFile } from '../read-json-file';
import { runResult } from '../run-result';
import { tenantAccess, tenantOption } from '../tenant-access';

export const feedUpload = command({
  noun: 'feed',
  verb: 'upload',
  summary: { en: 'Bring files to a feed', zh: '向数据源上传文件' },
  options: {
    tenant: tenantOption,
    feed: { value: 'ID', required: true, summary: { en: 'id of the feed', zh: '数据源编号' } },
    mapping: {
      value: 'FILE',
      summary: {
        en: 'JSON file: which column is what; kept with the feed',
        zh: '列对应关系的 JSON 文件，随数据源保存',
      },
    },
    wait: { summary: { en: 'until the runs have ended, and print their counts', zh: '等待批次结束并显示计数' } },
  },
  argument: {
    name: 'FILE',
    many: true,
    summary: { en: 'CSV, XLSX or JSON, also packed', zh: 'CSV、XLSX 或 JSON，可压缩' },
  },
  async run({ options, switches, args, locale, note }) {
    for (const path of args) {
      await readable(path, constants.R_OK).catch(() => {
        throw new UsageError(textOf(locale, 'cli.fileUnreadable', { option: 'FILE', path }));
      });
    }
    const mapping = options.mapping
      ? parseMapping(await readJsonFile(options.mapping, '--mapping', locale))
      : undefined;
    const access = await tenantAccess(options.tenant!);
    await withTenant(access, (work) => getFeed(work, options.feed!));
    const runIds: string[] = [];
    for (const path of args) {
      note(textOf(locale, 'cli.uploading', { path }));
      const upload = await storeFile(access, path, basename(path));
      const { runId } = await withTenant(access, (work) => startRun(work, { feedId: options.feed!, upload, mapping }));
      runIds.push(runId);
    }
    return runResult(access, runIds, { wait: switches.has('wait'), locale, note });
  },
});
