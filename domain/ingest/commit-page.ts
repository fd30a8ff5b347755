import { records } from '@/records/catalogue';
import type { Work } from '../work';
import type { Incoming } from './assemble';
import { type MergeContext, type Merged, mergeRecord } from './merge';
import { sumNewOrders, sumOrders } from './totals';
import { noteWatermarks } from './watermark';

/** What a flat file makes at most once under one key. An identity it makes once a channel. */
const onceInFile: ReadonlySet<string> = new Set(['order', 'order_line', 'refund']);

/**
 * Writes the records of one page. Records go in the catalogue's order, so that two runs lock rows in the same order.
 * Answers what happened to the rows of each record.
 */
export async function commitRecords(
  work: Work,
  incoming: readonly Incoming[],
  context: MergeContext & { flat: boolean },
): Promise<Map<string, Merged>> {
  const byRecord = new Map<string, Incoming[]>();
  for (const row of incoming) {
    const rows = byRecord.get(row.record);
    if (rows) rows.push(row);
    else byRecord.set(row.record, [row]);
  }
  const merged = new Map<string, Merged>();
  const lines = byRecord.get('order_line') ?? [];
  const orders = byRecord.get('order') ?? [];
  const fresh = context.fresh === true && context.flat;
  if (context.flat) await ensureChannels(work, byRecord, context.feedId);
  const summed = fresh ? sumNewOrders(orders, lines, work.tenant.currency) : new Set();
  for (const r of records) {
    const rows = byRecord.get(r.name);
    if (rows)
      merged.set(r.name, await mergeRecord(work, r, rows, { ...context, fresh: fresh && onceInFile.has(r.name) }));
  }
  if (context.flat) {
    const others = new Set(lines.map((i) => String(i.row.order_id)).filter((id) => !summed.has(id)));
    await sumOrders(work, context.feedId, [...others], context.runId);
  }
  await noteWatermarks(work, context.feedId, byRecord);
  return merged;
}

/** A flat file names its channels; one that is new becomes a channel whose kind and owner somebody still has to say. */
async function ensureChannels(
  work: Work,
  byRecord: ReadonlyMap<string, readonly Incoming[]>,
  feedId: string,
): Promise<void> {
  const names = new Set<string>();
  for (const name of ['order_line', 'refund']) {
    for (const { row } of byRecord.get(name) ?? []) names.add(String(row.channel));
  }
  if (!names.size) return;
  await work.query(
    `insert into app.channels (tenant_id, feed_id, source_id, name, ingested_at)
     select $1, $2, n, n, $4 from unnest($3::text[]) n on conflict do nothing`,
    [work.tenant.id, feedId, [...names].sort(), work.now],
  );
}
