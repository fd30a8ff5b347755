import { Refusal } from '@/domain/errors';
import type { Access } from '@/domain/tenants/access';
import { accessForKey } from '@/domain/tenants/ways-in';
import { callerAddress } from '@/lib/caller-address';

/** The way in that the request's API key opens. Refusals: key_missing, key_unknown (both 401). */
export async function authenticate(request: Request): Promise<Access> {
  const key = /^Bearer +(fw_[\w-]{1,200})\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (!key) throw new Refusal('key_missing', 401);
  const access = await accessForKey(key, callerAddress(request.headers));
  if (!access) throw new Refusal('key_unknown', 401);
  return access;
}
