import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const root = process.cwd();

const url = (...protocols: string[]) =>
  z
    .url(`must be a full address such as ${protocols[0]}://host/…`)
    .refine(
      (value) => protocols.includes(value.split('://')[0]!),
      `must begin with ${protocols.map((p) => `${p}://`).join(' or ')}`,
    );

const secret = z
  .string('is missing: "npm start" makes one by itself; to start a part alone, set it in .env')
  .min(32, 'must be at least 32 characters long, e.g. from "openssl rand -base64 32"');

const schema = z.object({
  /** Where the web server listens. */
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be from 1 to 65535')
    .max(65535, 'must be from 1 to 65535')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address people open, without a slash at its end; links in mails begin with it. */
  APP_URL: url('http', 'https')
    .transform((value) => value.replace(/\/+$/, ''))
    .optional(),
  /** Connection string of the owner of the database; the launcher fills it in when the embedded one is used. */
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().includes('@', 'must hold an e-mail address').default('Fairway <fairway@localhost>'),
  /** Signs sessions; the passwords of the database roles derive from it. */
  AUTH_SECRET: secret,
  /** Seals what is kept encrypted (second factors, secrets of identity providers, letters) and what stands in addresses. */
  ENCRYPTION_KEY: secret,
  /** Keys that were current before, parted by commas: they open, and seal nothing. See `fairway keys rotate`. */
  ENCRYPTION_KEY_PREVIOUS: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((key) => key.trim())
        .filter(Boolean),
    )
    .refine(
      (keys) => keys.every((key) => key.length >= 32),
      'must hold keys of at least 32 characters, parted by commas',
    ),
  /**
   * Keys the hashes by which a buyer's e-mail and phone are known again. Never to be changed; unset, it is ENCRYPTION_KEY, so
   * it has to be set to that before the first rotation.
   */
  HASH_KEY: secret.optional(),
  /**
   * Whether addresses that firms give (of their identity provider, say) may lead to machines of private networks and to this
   * one, there also without https. Unset: in development only.
   */
  ALLOW_PRIVATE_NETWORK: z.enum(['true', 'false'], 'must be true or false').optional(),
  /** Who is asked for DNS records, parted by commas (an IP address, with a port if need be). Unset: the machine's servers. */
  DNS_SERVERS: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((server) => server.trim())
        .filter(Boolean),
    ),
  /** Absolute path of the folder for the embedded database, uploads, exports and mails. */
  FAIRWAY_DATA_DIR: z
    .string()
    .default('.data')
    .transform((value) => resolve(/* turbopackIgnore: true */ root, value)),
  /** Days from an owner's wish to have the firm erased until it is. */
  ERASURE_GRACE_DAYS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be from 1 to 90')
    .max(90, 'must be from 1 to 90')
    .default(14),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('production'),
});

type Parsed = z.output<typeof schema>;
export type Environment = Omit<Parsed, 'APP_URL' | 'DATABASE_URL' | 'HASH_KEY' | 'ALLOW_PRIVATE_NETWORK'> & {
  ALLOW_PRIVATE_NETWORK: boolean;
  APP_URL: string;
  HASH_KEY: string;
  /** Error on reading it: there is none. */
  readonly DATABASE_URL: string;
};

/**
 * Reads the settings from environment variables; an empty one counts as not set. Error: one sentence for each wrong one,
 * naming it.
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
    throw new Error(`The settings cannot be used. ${sentences.join(' ')} See .env.example.`);
  }
  const { DATABASE_URL: databaseUrl, ...rest } = parsed.data;
  return {
    ...rest,
    APP_URL: rest.APP_URL ?? `http://localhost:${rest.PORT}`,
    HASH_KEY: rest.HASH_KEY ?? rest.ENCRYPTION_KEY,
    ALLOW_PRIVATE_NETWORK: (rest.ALLOW_PRIVATE_NETWORK ?? String(rest.NODE_ENV === 'development')) === 'true',
    get DATABASE_URL() {
      if (databaseUrl) return databaseUrl;
      throw new Error('DATABASE_URL is missing: "npm start" fills it in; to start a part alone, set it in .env.');
    },
  };
}

let settings: Environment | undefined;

/** The settings of this process, from its environment and, for what is not set there, from `.env`. */
export function env(): Environment {
  if (settings) return settings;
  const file = join(/* turbopackIgnore: true */ root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  settings = parseEnvironment(process.env);
  return settings;
}
