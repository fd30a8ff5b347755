import { connectFeed } from '@/domain/feeds/connect-feed';
import { connectorConfig } from '@/domain/feeds/connector-config';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { readJsonFile } from '../read-json-file';
import { tenantAccess, tenantOption } from '../tenant-access';

export const feedAdd = command({
  noun: 'feed',
  verb: 'add',
  summary: { en: 'Connect a feed', zh: '连接数据源' },
  options: {
    tenant: tenantOption,
    connector: { value: 'ID', required: true, summary: { en: 'file or records', zh: 'file 或 records' } },
    name: { value: 'NAME', required: true, summary: { en: 'what people call it', zh: '名称' } },
    config: { value: 'FILE', summary: { en: 'JSON file with its settings', zh: '设置的 JSON 文件' } },
  },
  async run({ options, locale }) {
    const config = options.config ? await readJsonFile(options.config, '--config', locale) : undefined;
    const connector = options.connector!;
    const access = await tenantAccess(options.tenant!);
    const feed = await withTenant(access, (work) =>
      connectFeed(work, { connector, name: options.name!, config: connectorConfig(connector, config as object) }),
    );
    return {
      data: { id: feed.id, connector: feed.connector, name: feed.name },
      lines: [textOf(locale, 'cli.feedAdded', { name: feed.name, id: feed.id })],
    };
  },
});
