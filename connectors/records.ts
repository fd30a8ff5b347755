import { z } from 'zod';
import { records as catalogue } from '@/records/catalogue';
import { connector } from './connector';

/** Canonical records that the firm's own programs send to the API; nothing is left to map. */
export const records = connector({
  id: 'records',
  kind: 'push',
  title: { en: 'Records by API', zh: 'API 推送记录' },
  summary: {
    en: 'Your own programs send finished records through the API.',
    zh: '由贵公司自己的程序通过 API 推送标准记录。',
  },
  config: z.strictObject({}),
  streams: Object.fromEntries(catalogue.map((r) => [r.name, { target: r.name, title: r.title }])),
});
