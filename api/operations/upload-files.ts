import { z } from 'zod';
import { getFeed } from '@/domain/feeds/read-feeds';
import { previewFile } from '@/domain/ingest/preview-file';
import { startRun } from '@/domain/ingest/start-run';
import { form } from '../body';
import { checked } from '../malformed';
import { operation, Reply } from '../operation';
import { Mapping, PartialMapping } from '../shapes/mapping';
import { Preview, previewJson } from '../shapes/preview';
import { RunStarted } from '../shapes/run';

const WholeMapping = z.object({ mapping: Mapping.optional() });

export const uploadFiles = operation({
  id: 'feeds.upload',
  method: 'POST',
  path: '/feeds/{id}/files',
  summary:
    'Bring a file (CSV, XLSX, JSON; also gzip and zip; up to 2 GB); with ?preview=1 only see what it would become',
  permission: 'record.write',
  params: z.object({ id: z.uuid() }),
  query: z.object({ preview: z.stringbool().optional() }),
  body: form(
    z.strictObject({
      mapping: PartialMapping.optional().describe('Kept with the feed; without one the feed’s own holds'),
    }),
  ),
  status: 202,
  response: RunStarted,
  variants: [{ status: 200, summary: 'With ?preview=1: the first rows mapped', schema: Preview }],
  changesNothing: (query) => query.preview === true,
  admit: (work, { params }) => getFeed(work, params.id),
  async run(work, { params, query, body, locale }) {
    const { upload, fields } = body;
    if (query.preview) {
      const preview = await previewFile(work, { feedId: params.id, upload, mapping: fields.mapping });
      return new Reply(200, previewJson(preview, locale));
    }
    const { mapping } = checked(WholeMapping, fields, 'form', locale);
    return startRun(work, { feedId: params.id, upload, mapping });
  },
});
