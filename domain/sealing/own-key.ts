import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';
import { Refusal } from '../errors';

interface Secrets {
  ENCRYPTION_KEY: string;
  ENCRYPTION_KEY_PREVIOUS?: string;
  HASH_KEY?: string;
}

const file = (): string => join(env().FAIRWAY_DATA_DIR, 'secrets.json');

/** The secrets that the first start made. Refusal key_not_own: the key in use is not among them, so it is changed where it is set. */
async function ownSecrets(): Promise<Secrets> {
  const secrets = await readFile(file(), 'utf8')
    .then((text) => JSON.parse(text) as Secrets)
    .catch(() => null);
  if (!secrets || secrets.ENCRYPTION_KEY !== env().ENCRYPTION_KEY)
    throw new Refusal('key_not_own', 409, { file: file() });
  return secrets;
}

async function keep(secrets: Secrets): Promise<void> {
  await writeFile(`${file()}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  await rename(`${file()}.new`, file());
}

/**
 * Puts a new key in the place of the one that the first start made. The old one still opens, and stays the key of hashes.
 * Processes that run know nothing of it until they are started again.
 */
export async function makeOwnKey(): Promise<void> {
  const secrets = await ownSecrets();
  const { ENCRYPTION_KEY: old, ENCRYPTION_KEY_PREVIOUS: earlier, HASH_KEY } = secrets;
  await keep({
    ...secrets,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    ENCRYPTION_KEY_PREVIOUS: [old, earlier].filter(Boolean).join(','),
    HASH_KEY: HASH_KEY ?? old,
  });
}

/** Forgets the earlier keys that were made here; for when nothing is sealed with them any more. */
export async function forgetOwnKeys(): Promise<void> {
  const { ENCRYPTION_KEY_PREVIOUS: _, ...secrets } = await ownSecrets();
  await keep(secrets);
}
