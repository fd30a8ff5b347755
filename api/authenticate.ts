import { Refusal } from '@/domain/errors';
import type { Access } from '@/domain/tenants/access';
import { accessForKey } from '@/domain/tenants/ways-in';
import { callerAddress } from '@/lib/caller-address';
import { log } from '@/lib/log';

/** The way in that the request's API key opens. Refusals, all 401: `key_missing`, `key_unknown`, `key_revoked`, `key_expired`. */
export async function authenticate(request: Request): Promise<Access> {
  const key = /^Bearer +(fw_[\w-]{1,200})\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!key) throw new Refusal('key_missing', 401);
  try {
    const access = await accessForKey(key, callerAddress(request.headers));
    if (!access) throw new Refusal('key_unknown', 401);
    return access;
  } catch (error) {
    if (error instanceof Refusal) log('warn', 'key.refused', { code: error.code });
    throw error;
  }
}
