import { recordNamed } from '@/records/catalogue';
import { Refusal } from '../errors';
import { feedRow } from '../feeds/feed-row';
import type { Work } from '../work';
import { type MappingInput, parseMapping, unmappedFields } from './mapping';
import { canonicalMapping } from './run-source';
import { checkUpload, type Upload } from './uploads';

async function insertRun(
  work: Work,
  input: {
    feedId: string;
    kind: 'file' | 'records' | 'replay';
    source: Upload | null;
    mapping: unknown;
    replayOf?: string;
  },
): Promise<{ runId: string }> {
  const [run] = await work.query<{ id: string }>(
    `insert into app.runs (tenant_id, feed_id, kind, source, mapping, replay_of, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      work.tenant.id,
      input.feedId,
      input.kind,
      input.source ? JSON.stringify(input.source) : null,
      JSON.stringify(input.mapping),
      input.replayOf ?? null,
      `${work.actor.kind}:${work.actor.id}`,
      work.now,
    ],
  );
  const runId = run!.id;
  await work.audit('run.started', { runId, feedId: input.feedId, kind: input.kind, file: input.source?.name });
  await work.enqueue('run.execute', { runId });
  return { runId };
}

/** Starts reading an uploaded file into a feed under a mapping (the feed's, unless given; then it is saved with the feed). */
export async function startRun(
  work: Work,
  input: { feedId: string; upload: Upload; mapping?: MappingInput },
): Promise<{ runId: string }> {
  work.require('feed.manage');
  const feed = await feedRow(work, input.feedId);
  if (feed.status !== 'active') throw new Refusal('feed_paused', 409, { feed: feed.name });
  const upload = checkUpload(work, input.upload);
  if (!input.mapping && !feed.mapping) throw new Refusal('mapping_missing', 422, {}, 'mapping');
  const mapping = parseMapping(input.mapping ?? feed.mapping);
  const unmapped = unmappedFields(mapping);
  const wide = mapping.target === 'fx_rate' && !mapping.columns.currency;
  if (unmapped.length && !wide) throw new Refusal('fields_unmapped', 422, { fields: unmapped.join(', ') }, unmapped[0]);
  if (input.mapping) {
    await work.query('update app.feeds set mapping = $3 where tenant_id = $1 and id = $2', [
      work.tenant.id,
      feed.id,
      JSON.stringify(mapping),
    ]);
  }
  return insertRun(work, { feedId: feed.id, kind: 'file', source: upload, mapping });
}

/** Starts reading canonical records (NDJSON or a JSON array) into a feed. */
export async function startRecordsRun(
  work: Work,
  input: { feedId: string; record: string; upload: Upload },
): Promise<{ runId: string }> {
  work.require('record.write');
  const feed = await feedRow(work, input.feedId);
  if (feed.status !== 'active') throw new Refusal('feed_paused', 409, { feed: feed.name });
  const { name } = recordNamed(input.record);
  return insertRun(work, {
    feedId: feed.id,
    kind: 'records',
    source: checkUpload(work, input.upload),
    mapping: canonicalMapping(name),
  });
}

/** Starts a run over the open rejects of an earlier one, with the feed's mapping of today. */
export async function replayRun(work: Work, runId: string): Promise<{ runId: string }> {
  work.require('feed.manage');
  const [run] = await work.query<{
    feed_id: string;
    kind: string;
    mapping: unknown;
    open: number;
    replay_of: string | null;
  }>(
    `select r.feed_id, r.kind, r.mapping, r.replay_of, (select count(*)::int from app.rejects j
       where j.tenant_id = $1 and j.run_id = coalesce(r.replay_of, r.id) and j.status = 'open') as open
     from app.runs r where r.tenant_id = $1 and r.id = $2`,
    [work.tenant.id, runId],
  );
  if (!run) throw new Refusal('not_found', 404, { what: 'run' });
  if (!run.open) throw new Refusal('nothing_to_replay', 409);
  const feed = await feedRow(work, run.feed_id);
  const original = run.replay_of ?? runId;
  const [origin] = await work.query<{ kind: string; mapping: unknown }>(
    'select kind, mapping from app.runs where tenant_id = $1 and id = $2',
    [work.tenant.id, original],
  );
  const mapping = origin!.kind === 'records' ? origin!.mapping : (feed.mapping ?? origin!.mapping);
  return insertRun(work, { feedId: run.feed_id, kind: 'replay', source: null, mapping, replayOf: original });
}
