import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { env } from '@/lib/env';
import { Refusal } from '../errors';
import type { Access } from '../tenants/access';

/** A file that came in, kept as it came. */
export interface Upload {
  path: string;
  /** As the person knows it. */
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** Largest upload, bytes. */
export const largestUpload = 2 * 1024 ** 3;

const folderOf = (tenantId: string): string => join(env().FAIRWAY_DATA_DIR, 'uploads', tenantId);

/**
 * Streams a body into the tenant's folder; memory does not grow with it. Errors: `upload_too_large`, `upload_empty`.
 * The stored name is ours; what the person called it is kept beside it and never touches a path.
 */
export async function storeUpload(
  access: Access,
  input: { fileName: string; body: ReadableStream | Readable },
): Promise<Upload> {
  const folder = folderOf(access.tenant.id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > largestUpload) return done(new Refusal('upload_too_large', 413, { largest: '2 GB' }, 'file'));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const body = input.body instanceof Readable ? input.body : Readable.fromWeb(input.body);
  const part = createWriteStream(`${path}.part`, { mode: 0o600 });
  try {
    await pipeline(body, measure, part);
    if (size === 0) throw new Refusal('upload_empty', 422, {}, 'file');
    await rename(`${path}.part`, path);
  } catch (error) {
    // A body that breaks at once is refused before its file is opened, which would then come after it was removed.
    if (!part.closed) await new Promise<void>((closed) => part.once('close', closed));
    await rm(`${path}.part`, { force: true });
    throw error;
  }
  const name = basename(input.fileName.replaceAll('\\', '/')).slice(0, 200) || 'file';
  return { path, name, size, sha256: hash.digest('hex') };
}

/** An upload belongs to the tenant whose folder holds it; a path from outside is refused. */
export function checkUpload(access: Pick<Access, 'tenant'>, upload: Upload): Upload {
  if (dirname(resolve(upload.path)) !== resolve(folderOf(access.tenant.id)))
    throw new Refusal('not_found', 404, { what: 'upload' });
  return upload;
}
