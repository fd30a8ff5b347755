import { z } from 'zod';
import { records } from '@/records/catalogue';
import { connector, type Stream } from './connector';

const streams: Record<string, Stream> = {
  sales_lines: { target: 'sales_lines', title: { en: 'Sales lines', zh: '销售明细' } },
};
for (const r of records) streams[r.name] = { target: r.name, title: r.title };

/** CSV and Excel files that people bring; how columns become fields is the feed's mapping. */
export const file = connector({
  id: 'file',
  kind: 'file',
  title: { en: 'Files', zh: '文件' },
  summary: {
    en: 'CSV or Excel files, also packed. You say once which column is what.',
    zh: '导入 CSV 或 Excel 文件（可压缩）。列与字段的对应关系只需设置一次。',
  },
  config: z.strictObject({}),
  streams,
});
