import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OperatorError } from './operator-error.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * Brings this process's environment to what every part of Fairway expects: `.env` read, the data folder there and
 * absolute, the two secrets present (made once, kept in the data folder). Changes into the project's folder.
 */
export function prepareEnvironment() {
  process.chdir(root);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const dataDir = resolve(process.env.FAIRWAY_DATA_DIR || '.data');
  ensureWritable(dataDir);
  const secrets = loadSecrets(dataDir);
  Object.assign(process.env, {
    FAIRWAY_DATA_DIR: dataDir,
    AUTH_SECRET: process.env.AUTH_SECRET || secrets.AUTH_SECRET,
    ...encryptionKeys(secrets),
    NEXT_TELEMETRY_DISABLED: '1',
  });
  return { dataDir };
}

/**
 * The keys of the environment, or else those that were made here, which `keys rotate --new` may have changed. The two are
 * never mixed: earlier keys belong to the key that followed them.
 * @param {Record<string, string>} secrets
 */
function encryptionKeys({ ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS, HASH_KEY }) {
  if (process.env.ENCRYPTION_KEY) return {};
  return {
    ENCRYPTION_KEY,
    ...(ENCRYPTION_KEY_PREVIOUS && { ENCRYPTION_KEY_PREVIOUS }),
    ...(HASH_KEY && { HASH_KEY }),
  };
}

/** @param {string} dataDir */
function ensureWritable(dataDir) {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new OperatorError(
      `The data folder ${dataDir} cannot be written (${error.code}): make it writable for this user, or set FAIRWAY_DATA_DIR to another folder.`,
    );
  }
}

/** @param {string} dataDir */
function loadSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secrets = {
    AUTH_SECRET: randomBytes(32).toString('base64'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}
