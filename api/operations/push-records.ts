import { z } from 'zod';
import { getFeed } from '@/domain/feeds/read-feeds';
import { startRecordsRun } from '@/domain/ingest/start-run';
import { file } from '../body';
import { operation } from '../operation';
import { RecordName } from '../shapes/record';
import { RunStarted } from '../shapes/run';

export const pushRecords = operation({
  id: 'feeds.push',
  method: 'POST',
  path: '/feeds/{id}/records/{record}',
  summary: 'Send canonical records: NDJSON or one JSON array, up to 2 GB',
  permission: 'record.write',
  params: z.object({ id: z.uuid(), record: RecordName }),
  body: file({
    'application/x-ndjson': '.ndjson',
    'application/ndjson': '.ndjson',
    'application/jsonl': '.ndjson',
    'application/json': '.json',
  }),
  status: 202,
  response: RunStarted,
  admit: (work, { params }) => getFeed(work, params.id),
  async run(work, { params, body }) {
    return startRecordsRun(work, { feedId: params.id, record: params.record, upload: body.upload });
  },
});
