import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/** What is needed before a tenant is known: who signs in, and where they may go. No RLS; only the directory role reads it. */
export const directory = pgSchema('directory');

const instant = () => timestamp({ withTimezone: true });

export const tenants = directory.table('tenants', {
  id: uuid().primaryKey().default(sql`gen_random_uuid()`),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** IANA zone that cuts the firm's days. */
  zone: text().notNull().default('Asia/Shanghai'),
  /** ISO 4217 reporting currency. */
  currency: text().notNull().default('CNY'),
  locale: text().notNull().default('zh-CN'),
  /** What the firm sells, in its own words. */
  sells: text(),
  /** ISO 3166 alpha-2 codes of the countries it sells to. */
  markets: text().array().notNull().default(sql`'{}'`),
  plan: text().notNull().default('trial'),
  /** active, suspended (by the platform) or leaving (its owner asked for erasure). */
  status: text().notNull().default('active'),
  status_reason: text(),
  status_since: instant(),
  /** When a suspension bites (feeds stop, pages are read-only) or an erasure is carried out. */
  status_bites_at: instant(),
  /** Days for which audit entries are kept. */
  audit_days: integer().notNull().default(730),
  /** Whether only people with an authenticator, or from the firm's provider, get in. */
  second_factor_required: boolean().notNull().default(false),
  created_at: instant().notNull().default(sql`now()`),
});

export const users = directory.table('users', {
  id: uuid().primaryKey().default(sql`gen_random_uuid()`),
  email: text().notNull().unique(),
  name: text(),
  email_verified: instant(),
  image: text(),
  locale: text(),
  zone: text(),
  /** May enter the platform's desk, with a second factor. */
  platform_admin: boolean().notNull().default(false),
  created_at: instant().notNull().default(sql`now()`),
});

/** Apart from users, so that no session callback ever holds a hash. argon2id. */
export const passwords = directory.table('passwords', {
  user_id: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  hash: text().notNull(),
  changed_at: instant().notNull().default(sql`now()`),
});

export const sessions = directory.table(
  'sessions',
  {
    session_token: text().primaryKey(),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expires: instant().notNull(),
    /** By which a person names one of their sessions; the token's hash never leaves this table. */
    id: uuid().notNull().unique().default(sql`gen_random_uuid()`),
    created_at: instant().notNull().default(sql`now()`),
    last_seen_at: instant().notNull().default(sql`now()`),
    user_agent: text(),
    address: text(),
    /** password, link or oidc. */
    method: text().notNull().default('password'),
    /** When the second factor was shown in this session. */
    second_factor_at: instant(),
  },
  (t) => [index('sessions_user_idx').on(t.user_id)],
);

/** What a mail's link is good for, once: verify, sign_in, reset, change_email. Only a SHA-256 of the token is kept. */
export const tokens = directory.table(
  'tokens',
  {
    hash: text().primaryKey(),
    purpose: text().notNull(),
    email: text().notNull(),
    user_id: uuid().references(() => users.id, { onDelete: 'cascade' }),
    detail: jsonb().notNull().default({}),
    created_at: instant().notNull().default(sql`now()`),
    expires_at: instant().notNull(),
    used_at: instant(),
  },
  (t) => [index('tokens_email_idx').on(t.email, t.purpose)],
);

/** A person's authenticator app (TOTP). */
export const authenticators = directory.table('authenticators', {
  user_id: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** Sealed. */
  secret: text().notNull(),
  confirmed_at: instant(),
  /** The last time step whose code was taken: a code is good once. */
  last_step: bigint({ mode: 'number' }).notNull().default(0),
  created_at: instant().notNull().default(sql`now()`),
});

/** Codes on paper, each good once, for who has lost the authenticator. */
export const recoveryCodes = directory.table(
  'recovery_codes',
  {
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    used_at: instant(),
  },
  (t) => [primaryKey({ columns: [t.user_id, t.hash] })],
);

/** Failed sign-ins by key (address or account), to slow guessing. */
export const signInFailures = directory.table('sign_in_failures', {
  key: text().primaryKey(),
  count: integer().notNull(),
  window_started_at: instant().notNull(),
});

export const memberships = directory.table(
  'memberships',
  {
    tenant_id: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    joined_at: instant().notNull().default(sql`now()`),
    /** When the member last opened something of this tenant, to a few minutes. */
    last_seen_at: instant(),
    /** Channels to which the member is limited; null: all. */
    channels: text().array(),
    /** Mechanisms to which the member is limited; null: all. */
    mechanisms: text().array(),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.user_id] }), index('memberships_user_idx').on(t.user_id)],
);

/** A way into a tenant, sent by mail. Only a SHA-256 of the link's token is kept. */
export const invitations = directory.table(
  'invitations',
  {
    tenant_id: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    email: text().notNull(),
    role: text().notNull(),
    locale: text().notNull(),
    channels: text().array(),
    mechanisms: text().array(),
    token_hash: text().notNull().unique(),
    invited_by: text().notNull(),
    created_at: instant().notNull().default(sql`now()`),
    sent_at: instant(),
    expires_at: instant().notNull(),
    accepted_at: instant(),
    revoked_at: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.tenant_id, t.id] }),
    uniqueIndex('invitations_open_key').on(t.tenant_id, t.email).where(sql`accepted_at is null and revoked_at is null`),
  ],
);

/** A tenant's own identity provider (OpenID Connect). */
export const identityProviders = directory.table('identity_providers', {
  tenant_id: uuid()
    .primaryKey()
    .references(() => tenants.id, { onDelete: 'cascade' }),
  name: text().notNull(),
  issuer: text().notNull(),
  client_id: text().notNull(),
  /** Sealed. */
  client_secret: text().notNull(),
  /** The role of who comes in for the first time; null: only who was invited. */
  new_member_role: text(),
  created_at: instant().notNull().default(sql`now()`),
});

/** A mail domain that a tenant says is its own; proven by a DNS record or a mail. At most one tenant has proven it. */
export const domains = directory.table(
  'domains',
  {
    tenant_id: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    domain: text().notNull(),
    challenge: text().notNull(),
    proven_at: instant(),
    /** dns or mail. */
    proven_by: text(),
    /** Addresses of this domain may sign in through the tenant's identity provider only. */
    enforced: boolean().notNull().default(false),
    created_at: instant().notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.tenant_id, t.domain] }),
    uniqueIndex('domains_proven_key').on(t.domain).where(sql`proven_at is not null`),
  ],
);

/** Who a person is at an identity provider. */
export const identities = directory.table(
  'identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    tenant_id: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    created_at: instant().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.issuer, t.subject] })],
);

/** API keys; only a SHA-256 of the key is kept. */
export const apiKeys = directory.table(
  'api_keys',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    tenant_id: uuid().notNull(),
    name: text().notNull(),
    role: text().notNull(),
    hash: text().notNull(),
    /** Its first characters, by which people tell keys apart. */
    prefix: text().notNull().default(''),
    created_by: text(),
    created_at: instant().notNull().default(sql`now()`),
    last_used_at: instant(),
    expires_at: instant(),
    revoked_at: instant(),
  },
  (t) => [
    unique().on(t.hash),
    foreignKey({ columns: [t.tenant_id], foreignColumns: [tenants.id] }).onDelete('cascade'),
  ],
);

/** One row a process; written every few seconds, read by /api/ready. */
export const heartbeats = directory.table('heartbeats', {
  process: text().primaryKey(),
  at: instant().notNull(),
});

/** A platform admin's way into a tenant for a time, with its reason. */
export const actAsGrants = directory.table(
  'act_as_grants',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    admin_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tenant_id: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    read_only: boolean().notNull().default(true),
    reason: text().notNull(),
    ticket: text().notNull(),
    started_at: instant().notNull().default(sql`now()`),
    ends_at: instant().notNull(),
    ended_at: instant(),
  },
  (t) => [index('act_as_grants_admin_idx').on(t.admin_id, t.tenant_id)],
);

/** What platform admins did. Append-only. */
export const platformEntries = directory.table(
  'platform_entries',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    admin_id: uuid(),
    /** The admin's address at the time, or `operator` for the command line. */
    admin: text().notNull(),
    fact: text().notNull(),
    tenant_id: uuid(),
    detail: jsonb().notNull().default({}),
    address: text(),
    at: instant().notNull().default(sql`now()`),
  },
  (t) => [index('platform_entries_at_idx').on(t.at), index('platform_entries_tenant_idx').on(t.tenant_id, t.at)],
);

/** A line on top of every page for a time. */
export const announcements = directory.table('announcements', {
  id: uuid().primaryKey().default(sql`gen_random_uuid()`),
  tone: text().notNull().default('info'),
  en: text().notNull(),
  zh: text().notNull(),
  starts_at: instant().notNull(),
  ends_at: instant().notNull(),
  created_by: text().notNull(),
  created_at: instant().notNull().default(sql`now()`),
});

/** A mail to one person (verify, sign in, reset, invite …): kept until it is sent, its contents sealed, then emptied. */
export const letters = directory.table(
  'letters',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    email: text().notNull(),
    letter: text().notNull(),
    locale: text().notNull(),
    /** Sealed JSON; null once sent or given up. */
    props: text(),
    /** The tenant in whose name it goes out, if any. */
    tenant_id: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    attempts: integer().notNull().default(0),
    due_at: instant().notNull().default(sql`now()`),
    created_at: instant().notNull().default(sql`now()`),
    sent_at: instant(),
    error: text(),
  },
  (t) => [index('letters_due_idx').on(t.due_at).where(sql`props is not null`)],
);

/** Tenants that were erased, with the counts that prove it: ids and numbers, nothing of the firm. */
export const erasures = directory.table('erasures', {
  tenant_id: uuid().primaryKey(),
  requested_at: instant().notNull(),
  erased_at: instant(),
  proof: jsonb().notNull().default({}),
});

/**
 * What the platform's desk shows of a tenant, so that it never reads the tenant's own rows: counts and states, written by the
 * worker's tick from within the tenant.
 */
export const tenantSummaries = directory.table('tenant_summaries', {
  tenant_id: uuid()
    .primaryKey()
    .references(() => tenants.id, { onDelete: 'cascade' }),
  as_of: instant().notNull(),
  /** Feeds that are not archived: id, name, connector, status, freshness, watermark, open rejects, last run. */
  feeds: jsonb().notNull().default([]),
  /** The latest event that any feed has brought. */
  data_until: instant(),
  late_feeds: integer().notNull().default(0),
  open_rejects: bigint({ mode: 'number' }).notNull().default(0),
  /** Runs that wait or are being read. */
  open_runs: integer().notNull().default(0),
  /** Runs that failed within the last seven days, newest first: id, feed, at, code. */
  failed_runs: jsonb().notNull().default([]),
  /** Rows that runs have added, ever and within the last 30 days. */
  rows: bigint({ mode: 'number' }).notNull().default(0),
  rows_30d: bigint({ mode: 'number' }).notNull().default(0),
  /** Bytes of the uploads that runs have read. */
  upload_bytes: bigint({ mode: 'number' }).notNull().default(0),
  /** Digests that could not be delivered within the last seven days. */
  failed_digests: integer().notNull().default(0),
});
