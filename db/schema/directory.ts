import { sql } from 'drizzle-orm';
import { foreignKey, integer, pgSchema, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

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
});

/** Apart from users, so that no session callback ever holds a hash. argon2id. */
export const passwords = directory.table('passwords', {
  user_id: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  hash: text().notNull(),
  changed_at: instant().notNull().default(sql`now()`),
});

export const sessions = directory.table('sessions', {
  session_token: text().primaryKey(),
  user_id: uuid()
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' }),
  expires: instant().notNull(),
});

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
  },
  (t) => [primaryKey({ columns: [t.tenant_id, t.user_id] })],
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
    created_at: instant().notNull().default(sql`now()`),
    last_used_at: instant(),
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
