import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { appSchema } from '../../records/table';

export { appSchema };

const instant = () => timestamp({ withTimezone: true });
const tenantId = () => uuid().notNull();
const id = () => uuid().notNull().default(sql`gen_random_uuid()`);

/** A tenant's use of a connector. `mapping` is how its files become records; `watermark` is per record. */
export const feeds = appSchema.table(
  'feeds',
  {
    tenant_id: tenantId(),
    id: id(),
    connector: text().notNull(),
    name: text().notNull(),
    status: text().notNull().default('active'),
    config: jsonb().notNull().default({}),
    mapping: jsonb(),
    created_at: instant().notNull().default(sql`now()`),
    archived_at: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.id] }), unique('feeds_name_key').on(t.tenant_id, t.name)],
);

/** What a feed has delivered of each record: the latest instant seen and the days it spans. */
export const feedRecords = appSchema.table(
  'feed_records',
  {
    tenant_id: tenantId(),
    feed_id: uuid().notNull(),
    record: text().notNull(),
    first_day: date(),
    last_day: date(),
    /** The latest `at` seen that is not in the future. */
    watermark: instant(),
    /** When the watermark came. */
    updated_at: instant().notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenant_id, t.feed_id, t.record] }),
    foreignKey({ columns: [t.tenant_id, t.feed_id], foreignColumns: [feeds.tenant_id, feeds.id] }).onDelete('cascade'),
  ],
);

/** One execution of a feed. `cursor` is the last file line that is committed; the counts always agree with it. */
export const runs = appSchema.table(
  'runs',
  {
    tenant_id: tenantId(),
    id: id(),
    feed_id: uuid().notNull(),
    kind: text().notNull(),
    status: text().notNull().default('queued'),
    /** What is being read: { path, name, size, sha256 } of a stored upload; null for a replay. */
    source: jsonb(),
    mapping: jsonb(),
    replay_of: uuid(),
    cursor: bigint({ mode: 'number' }).notNull().default(0),
    read: bigint({ mode: 'number' }).notNull().default(0),
    inserted: bigint({ mode: 'number' }).notNull().default(0),
    updated: bigint({ mode: 'number' }).notNull().default(0),
    unchanged: bigint({ mode: 'number' }).notNull().default(0),
    rejected: bigint({ mode: 'number' }).notNull().default(0),
    progress: doublePrecision().notNull().default(0),
    error: jsonb(),
    created_by: text(),
    created_at: instant().notNull().default(sql`now()`),
    started_at: instant(),
    finished_at: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant_id, t.id] }),
    foreignKey({ columns: [t.tenant_id, t.feed_id], foreignColumns: [feeds.tenant_id, feeds.id] }).onDelete('cascade'),
    index('runs_feed_idx').on(t.tenant_id, t.feed_id, t.created_at),
    index('runs_created_idx').on(t.tenant_id, t.created_at),
  ],
);

/** An incoming row kept aside. Status: open, replayed (it became a record) or superseded (a later file brought it again). */
export const rejects = appSchema.table(
  'rejects',
  {
    tenant_id: tenantId(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    run_id: uuid().notNull(),
    feed_id: uuid().notNull(),
    line: integer().notNull(),
    field: text(),
    value: text(),
    code: text().notNull(),
    params: jsonb().notNull().default({}),
    /**
     * The cells by column, in the order of the file, which jsonb would forget; only headers that are whole numbers come first.
     */
    raw: json().notNull(),
    /** Hash of the raw cells, to recognise the same row in a later file. */
    raw_hash: text().notNull(),
    status: text().notNull().default('open'),
    settled_by_run: uuid(),
    created_at: instant().notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenant_id, t.id] }),
    foreignKey({ columns: [t.tenant_id, t.run_id], foreignColumns: [runs.tenant_id, runs.id] }).onDelete('cascade'),
    index('rejects_run_idx').on(t.tenant_id, t.run_id, t.status, t.id),
    index('rejects_feed_idx').on(t.tenant_id, t.feed_id, t.status, t.raw_hash),
    // With the field, so that the rows of a feed that wait are counted by it without being read.
    index('rejects_open_idx').on(t.tenant_id, t.feed_id, t.id, t.field).where(sql`status = 'open'`),
  ],
);

/** Days of a record whose KPIs must be computed again. Marked in the transaction that changes the rows. */
export const dirtyDays = appSchema.table(
  'dirty_days',
  {
    tenant_id: tenantId(),
    record: text().notNull(),
    day: date().notNull(),
    run_id: uuid(),
    marked_at: instant().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.record, t.day] })],
);

/** The mergeable part of a KPI for one day and one group; see kpis/kpi.ts. Exact integers, so that sums can be undone. */
export const partials = appSchema.table(
  'partials',
  {
    tenant_id: tenantId(),
    kpi: text().notNull(),
    /** Dimension of the group: '' (all), channel, country, carrier, … */
    dim: text().notNull(),
    day: date().notNull(),
    key: text().notNull(),
    num: bigint({ mode: 'number' }).notNull(),
    den: bigint({ mode: 'number' }).notNull(),
    rows: bigint({ mode: 'number' }).notNull(),
    /** Rows left out, by reason. */
    excluded: jsonb().notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.kpi, t.dim, t.day, t.key] })],
);

/**
 * The same sums for one channel, of the KPIs that can be told by channel: what readers who are limited to some channels get
 * instead. Facts without a channel are in none.
 */
export const channelPartials = appSchema.table(
  'channel_partials',
  {
    tenant_id: tenantId(),
    kpi: text().notNull(),
    channel: text().notNull(),
    dim: text().notNull(),
    day: date().notNull(),
    key: text().notNull(),
    num: bigint({ mode: 'number' }).notNull(),
    den: bigint({ mode: 'number' }).notNull(),
    rows: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.kpi, t.day, t.channel, t.dim, t.key] })],
);

/** For KPIs that count distinct entities over a window: how often each entity occurs on a day. */
export const entityDays = appSchema.table(
  'entity_days',
  {
    tenant_id: tenantId(),
    kpi: text().notNull(),
    entity: text().notNull(),
    day: date().notNull(),
    n: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant_id, t.kpi, t.entity, t.day] }),
    index('entity_days_day_idx').on(t.tenant_id, t.kpi, t.day),
  ],
);

/** A KPI's value for one window ending on a day. Null values carry their reason. */
export const measurements = appSchema.table(
  'measurements',
  {
    tenant_id: tenantId(),
    kpi: text().notNull(),
    window: text().notNull(),
    day: date().notNull(),
    value: doublePrecision(),
    reason: text(),
    numerator: bigint({ mode: 'number' }).notNull(),
    denominator: bigint({ mode: 'number' }).notNull(),
    sample: bigint({ mode: 'number' }).notNull(),
    /** Figures beside the headline, by name. */
    companions: jsonb().notNull().default({}),
    excluded: jsonb().notNull().default({}),
    /** Reasons to distrust (e.g. unknown_attribute_share) that keep it provisional. */
    caveats: jsonb().notNull().default([]),
    definition: integer().notNull(),
    as_of: instant().notNull(),
    closed_at: instant(),
    restated_at: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.kpi, t.window, t.day] })],
);

/** By which definition a KPI's partials were computed. One that differs from the declared definition is computed anew from the records. */
export const kpiDefinitions = appSchema.table(
  'kpi_definitions',
  {
    tenant_id: tenantId(),
    kpi: text().notNull(),
    definition: integer().notNull(),
    computed_at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.kpi] })],
);

/** A closed measurement that changed by more than a point, and what changed it. */
export const restatements = appSchema.table(
  'restatements',
  {
    tenant_id: tenantId(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    kpi: text().notNull(),
    window: text().notNull(),
    day: date().notNull(),
    before: doublePrecision(),
    after: doublePrecision(),
    run_ids: jsonb().notNull().default([]),
    /** The definition that changed the value, where it was no run but a new definition. */
    definition: integer(),
    at: instant().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.id] }), index('restatements_kpi_idx').on(t.tenant_id, t.kpi, t.at)],
);

/**
 * What a tenant set in place of a default, by topic (domain/rules/rule-row.ts) and version. Of the versions of a topic that start
 * on a day or before it, the highest is in force. Append-only for the runtime role.
 */
export const rules = appSchema.table(
  'rules',
  {
    tenant_id: tenantId(),
    topic: text().notNull(),
    version: integer().notNull(),
    /** The tenant's day on which it was set. */
    starts_on: date().notNull(),
    /** By topic what was set; null: the default again. */
    own: jsonb(),
    reason: text(),
    /** The person's address or the key's name at the time. */
    set_by: text().notNull(),
    set_at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.topic, t.version] })],
);

/** A tenant's milestone: a KPI's target by a date. `template` names the declaration it came from, if any. */
export const milestones = appSchema.table(
  'milestones',
  {
    tenant_id: tenantId(),
    id: id(),
    template: text(),
    stage: integer().notNull(),
    kpi: text().notNull(),
    title: text(),
    target: doublePrecision().notNull(),
    start_on: date().notNull(),
    due_on: date().notNull(),
    owner: text(),
    /** Set once by measurement: the first day the target held for the required time. */
    reached_on: date(),
    created_at: instant().notNull().default(sql`now()`),
    archived_at: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.id] }), unique('milestones_template_key').on(t.tenant_id, t.template)],
);

/** A dated remark that lies over the charts. */
export const notes = appSchema.table(
  'notes',
  {
    tenant_id: tenantId(),
    id: id(),
    day: date().notNull(),
    text: text().notNull(),
    created_by: text(),
    created_at: instant().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.id] }), index('notes_day_idx').on(t.tenant_id, t.day)],
);

/** Who wants which digest when, in their own zone and language. */
export const digestSubscriptions = appSchema.table(
  'digest_subscriptions',
  {
    tenant_id: tenantId(),
    user_id: uuid().notNull(),
    digest: text().notNull(),
    /** Local hour of sending, 0–23. */
    hour: integer().notNull().default(7),
    active: boolean().notNull().default(true),
    unsubscribe_token: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.user_id, t.digest] })],
);

/** A digest for one reader and period. The row is inserted before sending; exactly what was sent is kept. */
export const digestDeliveries = appSchema.table(
  'digest_deliveries',
  {
    tenant_id: tenantId(),
    id: id(),
    user_id: uuid().notNull(),
    digest: text().notNull(),
    period: text().notNull(),
    status: text().notNull().default('pending'),
    attempts: integer().notNull().default(0),
    message_id: text(),
    subject: text(),
    html: text(),
    text: text(),
    error: text(),
    /** The reader's limits when it was composed; null: none. Who is limited otherwise since does not get to see it again. */
    limits: jsonb(),
    created_at: instant().notNull().default(sql`now()`),
    sent_at: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant_id, t.id] }),
    unique('digest_deliveries_once').on(t.tenant_id, t.user_id, t.digest, t.period),
  ],
);

/** Work to hand to the queue, written in the transaction that makes it necessary. The relay delivers and deletes. */
export const outbox = appSchema.table(
  'outbox',
  {
    tenant_id: tenantId(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    job: text().notNull(),
    payload: jsonb().notNull(),
    created_at: instant().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.id] })],
);

/** Who did what, in the transaction of the deed. Append-only for the runtime role. */
export const auditEntries = appSchema.table(
  'audit_entries',
  {
    tenant_id: tenantId(),
    id: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    /** kind:id of the person, key or job. */
    actor: text().notNull(),
    /** The person's address or the key's name at the time. */
    actor_name: text(),
    /** The platform admin's address when one acted for the firm. */
    acting_admin: text(),
    fact: text().notNull(),
    detail: jsonb().notNull().default({}),
    before: jsonb(),
    after: jsonb(),
    /** Network address that it came from; none for jobs. */
    address: text(),
    at: instant().notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenant_id, t.id] }),
    index('audit_entries_at_idx').on(t.tenant_id, t.at),
    index('audit_entries_fact_idx').on(t.tenant_id, t.fact, t.at),
  ],
);

/** A copy of all that the tenant has, made by the worker for its owner. */
export const exports = appSchema.table(
  'exports',
  {
    tenant_id: tenantId(),
    id: id(),
    status: text().notNull().default('queued'),
    requested_by: text().notNull(),
    path: text(),
    size: bigint({ mode: 'number' }),
    sha256: text(),
    /** Rows by file of the archive. */
    counts: jsonb().notNull().default({}),
    progress: doublePrecision().notNull().default(0),
    error: text(),
    created_at: instant().notNull().default(sql`now()`),
    finished_at: instant(),
    expires_at: instant(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.id] })],
);

/** First answers to POSTs that carried an Idempotency-Key. */
export const idempotencyKeys = appSchema.table(
  'idempotency_keys',
  {
    tenant_id: tenantId(),
    key: text().notNull(),
    request_hash: text().notNull(),
    status: integer(),
    body: jsonb(),
    created_at: instant().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.key] })],
);
