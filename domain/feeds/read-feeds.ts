import type { Day } from '@/lib/day';
import { notFound } from '../errors';
import type { Mapping } from '../ingest/mapping';
import { checkId, type RunSummary, runColumns, runSeen } from '../ingest/read-runs';
import { isLimited } from '../limits/limited';
import type { Work } from '../work';
import { type Freshness, freshnessOf, wasCurrent } from './freshness';

export interface FeedSummary {
  id: string;
  connector: string;
  name: string;
  status: 'active' | 'paused';
  mapping: Mapping | null;
  config: Record<string, unknown>;
  createdAt: Date;
  lastRun: RunSummary | null;
  openRejects: number;
  records: {
    record: string;
    firstDay: Day | null;
    lastDay: Day | null;
    watermark: Date | null;
    lagHours: number | null;
  }[];
  freshness: Freshness;
}

type Row = Omit<FeedSummary, 'lastRun' | 'freshness' | 'records'> & {
  run:
    | (Omit<RunSummary, 'createdAt' | 'startedAt' | 'finishedAt'> &
        Record<'createdAt' | 'startedAt' | 'finishedAt', string | null>)
    | null;
  records: {
    record: string;
    firstDay: Day | null;
    lastDay: Day | null;
    watermark: string | null;
    wasCurrent: boolean;
  }[];
};

async function read(work: Work, id: string | null): Promise<FeedSummary[]> {
  work.require('feed.read');
  const rows = await work.query<Row>(
    `select d.id, d.connector, d.name, d.status, d.mapping, d.config, d.created_at as "createdAt",
       (select count(*)::int from app.rejects j where j.tenant_id = $1 and j.feed_id = d.id and j.status = 'open') as "openRejects",
       (select to_jsonb(x) from (select ${runColumns} from app.runs r join app.feeds f on f.tenant_id = r.tenant_id and f.id = r.feed_id
          where r.tenant_id = $1 and r.feed_id = d.id order by r.created_at desc limit 1) x) as run,
       coalesce((select jsonb_agg(jsonb_build_object('record', r.record, 'firstDay', r.first_day, 'lastDay', r.last_day,
          'watermark', r.watermark, 'wasCurrent', ${wasCurrent}) order by r.record)
          from app.feed_records r where r.tenant_id = $1 and r.feed_id = d.id), '[]') as records
     from app.feeds d where d.tenant_id = $1 and d.archived_at is null and ($2::uuid is null or d.id = $2) order by d.created_at, d.name`,
    [work.tenant.id, id],
  );
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return rows.map(({ run, records, ...feed }) => {
    const lastRun = run && {
      ...runSeen(work, run),
      createdAt: new Date(run.createdAt!),
      startedAt: date(run.startedAt),
      finishedAt: date(run.finishedAt),
    };
    const marks = records.map((r) => ({ ...r, watermark: date(r.watermark) }));
    const dated = marks.map(({ wasCurrent: _, ...r }) => {
      const lagHours = r.watermark ? Math.round((work.now.getTime() - r.watermark.getTime()) / 360_000) / 10 : null;
      return { ...r, lagHours };
    });
    const freshness = freshnessOf(marks, work.now);
    // How a file is read, and from where, may name any channel; how fresh a feed is concerns everybody.
    const settings = isLimited(work) ? { mapping: null, config: {} } : {};
    return { ...feed, ...settings, lastRun, records: dated, freshness };
  });
}

/** All feeds that are not archived, oldest first. One query. */
export const listFeeds = (work: Work): Promise<FeedSummary[]> => read(work, null);

export async function getFeed(work: Work, id: string): Promise<FeedSummary> {
  const [feed] = await read(work, checkId(id, 'feed'));
  if (!feed) throw notFound('feed');
  return feed;
}
