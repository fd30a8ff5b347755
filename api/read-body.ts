import { createHash } from 'node:crypto';
import { pipeline as pipelineInto, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import { Refusal } from '@/domain/errors';
import { removeUpload } from '@/domain/ingest/remove-upload';
import { largestUpload, storeUpload, type Upload } from '@/domain/ingest/uploads';
import type { Locale } from '@/domain/sentence';
import type { Access } from '@/domain/tenants/access';
import type { Body } from './body';
import { checked } from './malformed';

/** Limits of a request, in bytes. */
const largestJson = 1024 * 1024;
const largestField = 256 * 1024;

export interface ReadBody {
  value: unknown;
  /** Stands for all of the body's bytes. */
  digest: string;
  upload?: Upload;
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const mediaOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

function bytesOf(request: Request): Readable {
  if (!request.body) throw new Refusal('body_missing', 400);
  return Readable.fromWeb(request.body as NodeReadableStream);
}

/** Passes bytes on until there are too many. */
const atMost = (limit: number): Transform => {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(new Refusal('body_too_large', 413, { megabytes: Math.round(limit / 1024 ** 2) }));
      else done(null, chunk);
    },
  });
};

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('not_json', 400, { place });
  }
}

async function readJson(request: Request): Promise<{ value: unknown; digest: string }> {
  const media = mediaOf(request);
  if (media && media !== 'application/json' && !media.endsWith('+json'))
    throw new Refusal('media_unknown', 415, { media, wanted: 'application/json' });
  const chunks: Buffer[] = [];
  await pipeline(bytesOf(request), atMost(largestJson), async (source) => {
    for await (const chunk of source) chunks.push(chunk as Buffer);
  });
  const bytes = Buffer.concat(chunks);
  return { value: parseJson(bytes.toString('utf8'), 'body'), digest: sha256(bytes) };
}

/** A form that ends too early, or a sender that went away, is no fault of ours. */
function asRefusal(error: unknown): unknown {
  const cut = /unexpected end|malformed|premature close|aborted/i.test(String(error));
  return cut && !(error instanceof Refusal) ? new Refusal('form_broken', 400) : error;
}

async function readForm(request: Request, access: Access): Promise<{ fields: Record<string, string>; upload: Upload }> {
  if (mediaOf(request) !== 'multipart/form-data')
    throw new Refusal('media_unknown', 415, { media: mediaOf(request) || '–', wanted: 'multipart/form-data' });
  const fields: Record<string, string> = {};
  let storing: Promise<Upload> | undefined;
  let failure: unknown;
  let parser: busboy.Busboy;
  try {
    parser = busboy({
      headers: Object.fromEntries(request.headers),
      defParamCharset: 'utf8',
      limits: { fileSize: largestUpload, fields: 20, fieldSize: largestField, fieldNameSize: 100, files: 2 },
    });
  } catch {
    throw new Refusal('form_broken', 400);
  }
  const stop = (error: unknown) => {
    failure ??= error;
    parser.destroy(error instanceof Error ? error : new Error('stopped'));
  };
  parser.on('field', (name, value, info) => {
    if (info.valueTruncated) stop(new Refusal('body_too_large', 413, { megabytes: 0.25 }, name));
    else fields[name] = value;
  });
  parser.on('file', (name, stream, info) => {
    // Destroying the parser fails its open file too; `failure` or the pipeline has told why.
    stream.on('error', () => {});
    if (name !== 'file' || storing) {
      stream.resume();
      return stop(new Refusal('file_unexpected', 422, { name }, name));
    }
    stream.on('limit', () =>
      stream.destroy(new Refusal('body_too_large', 413, { megabytes: largestUpload / 1024 ** 2 }, 'file')),
    );
    storing = storeUpload(access, { fileName: info.filename ?? 'file', body: stream });
    storing.catch(stop);
  });
  try {
    await pipeline(bytesOf(request), parser);
    if (!storing) throw new Refusal('file_missing', 422, {}, 'file');
    return { fields, upload: await storing };
  } catch (error) {
    await storing?.then((upload) => removeUpload(access, upload)).catch(() => {});
    throw asRefusal(failure ?? error);
  }
}

/** Reads a request's body as declared; a file goes to the tenant's store as it comes. */
export async function readBody(request: Request, body: Body, access: Access, locale: Locale): Promise<ReadBody> {
  if (!/^(identity)?$/i.test(request.headers.get('content-encoding') ?? ''))
    throw new Refusal('encoding_unknown', 415, { encoding: request.headers.get('content-encoding')! });
  if (body.kind === 'json') {
    const { value, digest } = await readJson(request);
    return { value: checked(body.schema, value, 'body', locale), digest };
  }
  if (body.kind === 'form') {
    const { fields, upload } = await readForm(request, access);
    try {
      const parsed = Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, parseJson(text, name)]));
      const value = { upload, fields: checked(body.fields, parsed, 'form', locale) };
      return { value, upload, digest: sha256(`${upload.sha256} ${JSON.stringify(fields)}`) };
    } catch (error) {
      await removeUpload(access, upload);
      throw error;
    }
  }
  const ending = body.media[mediaOf(request)];
  if (!ending)
    throw new Refusal('media_unknown', 415, {
      media: mediaOf(request) || '–',
      wanted: Object.keys(body.media).join(', '),
    });
  const counted = atMost(largestUpload);
  // An error on either side reaches the store through `counted`.
  pipelineInto(bytesOf(request), counted, () => {});
  const upload = await storeUpload(access, { fileName: `records${ending}`, body: counted });
  return { value: { upload }, upload, digest: upload.sha256 };
}
