import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseEnvironment } from '@/lib/env';

const secrets = { AUTH_SECRET: 'a'.repeat(32), ENCRYPTION_KEY: 'b'.repeat(32) };

test('defaults are enough beside the two secrets', () => {
  const settings = parseEnvironment({ ...secrets, DATABASE_URL: '' });
  expect(settings.PORT).toBe(3000);
  expect(settings.APP_URL).toBe('http://localhost:3000');
  expect(settings.FAIRWAY_DATA_DIR).toBe(resolve('.data'));
  expect(() => settings.DATABASE_URL).toThrow('DATABASE_URL is missing');
});

test('APP_URL loses the slash at its end', () => {
  expect(parseEnvironment({ ...secrets, APP_URL: 'https://fairway.example/' }).APP_URL).toBe('https://fairway.example');
});

test('the hash key is the encryption key until it is told apart; earlier keys are a list', () => {
  expect(parseEnvironment(secrets)).toMatchObject({ HASH_KEY: secrets.ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS: [] });
  const [c, d] = ['c'.repeat(32), 'd'.repeat(32)];
  expect(parseEnvironment({ ...secrets, HASH_KEY: c, ENCRYPTION_KEY_PREVIOUS: `${c}, ${d}` })).toMatchObject({
    HASH_KEY: c,
    ENCRYPTION_KEY_PREVIOUS: [c, d],
  });
});

test('private networks are open where that is said and, unless said otherwise, in development', () => {
  const allowed = (source: Record<string, string>) => parseEnvironment({ ...secrets, ...source }).ALLOW_PRIVATE_NETWORK;
  expect(allowed({})).toBe(false);
  expect(allowed({ NODE_ENV: 'development' })).toBe(true);
  expect(allowed({ NODE_ENV: 'development', ALLOW_PRIVATE_NETWORK: 'false' })).toBe(false);
  expect(allowed({ ALLOW_PRIVATE_NETWORK: 'true' })).toBe(true);
});

test.each([
  [{ ...secrets, ALLOW_PRIVATE_NETWORK: 'yes' }, 'ALLOW_PRIVATE_NETWORK must be true or false.'],
  [
    { ...secrets, ENCRYPTION_KEY_PREVIOUS: 'short' },
    'ENCRYPTION_KEY_PREVIOUS must hold keys of at least 32 characters',
  ],
  [{ ...secrets, PORT: 'eighty' }, 'PORT must be a number.'],
  [{ ...secrets, PORT: '70000' }, 'PORT must be from 1 to 65535.'],
  [{ ...secrets, DATABASE_URL: 'mysql://db/fairway' }, 'DATABASE_URL must begin with postgres:// or postgresql://.'],
  [{ ...secrets, SMTP_URL: 'mail.example' }, 'SMTP_URL must be a full address such as smtp://host/….'],
  [{ ...secrets, LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be debug, info, warn or error.'],
  [{ AUTH_SECRET: 'short', ENCRYPTION_KEY: 'b'.repeat(32) }, 'AUTH_SECRET must be at least 32 characters long'],
  [{}, 'AUTH_SECRET is missing'],
])('a wrong setting is a sentence that names it', (source, sentence) => {
  expect(() => parseEnvironment(source)).toThrow(sentence);
});
