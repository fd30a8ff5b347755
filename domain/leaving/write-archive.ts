import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { now } from '@/lib/clock';
import { records } from '@/records/catalogue';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { firmParts, firmRows } from './firm-rows';
import { filesIn, uploadsFolder } from './folders';
import { readmeOf } from './readme';
import { type TenantTable, tenantTables } from './tenant-tables';

/** One file of an archive. */
export interface ArchivedFile {
  file: string;
  /** Of an NDJSON file; null for what came as a file. */
  rows: number | null;
  bytes: number;
  sha256: string;
}

export interface Archive {
  size: number;
  sha256: string;
  files: ArchivedFile[];
}

/** Columns that open something, and so stay here. */
const withheld: Readonly<Record<string, readonly string[]>> = {
  digest_subscriptions: ['unsubscribe_token'],
  // Answers of the API may have held a key that was shown once.
  idempotency_keys: ['body'],
};

const rowsAtOnce = 2000;
const recordOf = new Map(records.map((r) => [r.table, r.name]));

/**
 * Writes all that a tenant has into a zip: a file of NDJSON for each record and table, its people and keys, its uploads, and
 * a manifest with counts and checksums. All rows are of one instant (a repeatable-read snapshot); memory does not grow
 * with them. An interrupted file is worth nothing and is written anew.
 * @param onProgress the share that is written, 0–1, now and then
 */
export async function writeArchive(
  access: Access,
  path: string,
  onProgress: (share: number) => Promise<void> = async () => {},
): Promise<Archive> {
  const zip = new ZipFile();
  const at = now();
  const whole = createHash('sha256');
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      whole.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const written = pipeline(zip.outputStream as Readable, count, createWriteStream(path, { mode: 0o600 }));
  written.catch(() => {}); // told by the await below, or by whatever broke before it
  const files: ArchivedFile[] = [];
  const add = async (file: string, source: AsyncIterable<Buffer | string>, rows: (() => number) | null) => {
    const hash = createHash('sha256');
    // A disk that is full ends the waiting too.
    const bytes = await Promise.race([addEntry(zip, file, at, source, hash), written.then(() => 0)]);
    files.push({ file, rows: rows?.() ?? null, bytes, sha256: hash.digest('hex') });
  };
  try {
    await withTenant(access, (work) => addTables(work, add, onProgress), { snapshot: true });
    for (const part of firmParts) {
      const rows = await firmRows(part, access.tenant.id);
      await add(`firm/${part}.ndjson`, Readable.from(rows.map((row) => `${JSON.stringify(row)}\n`)), () => rows.length);
    }
    for (const { name, path: upload } of await filesIn(uploadsFolder(access.tenant.id)))
      if (!name.endsWith('.part')) await add(`uploads/${name}`, createReadStream(upload), null);
    const manifest = {
      tenant: access.tenant.slug,
      name: access.tenant.name,
      made_at: at.toISOString(),
      format: 1,
      files,
    };
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', { mtime: at });
    zip.addBuffer(Buffer.from(readmeOf(access.tenant.name)), 'README.txt', { mtime: at });
    zip.end();
    await written;
  } catch (error) {
    (zip.outputStream as Readable).destroy();
    throw error;
  }
  return { size, sha256: whole.digest('hex'), files };
}

type Add = (file: string, source: AsyncIterable<Buffer | string>, rows: (() => number) | null) => Promise<void>;

async function addTables(work: Work, add: Add, onProgress: (share: number) => Promise<void>): Promise<void> {
  const tables = (await tenantTables(work)).sort((a, b) => a.name.localeCompare(b.name));
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const [row] = await work.query<{ n: number }>(`select count(*) as n from app."${name}" where tenant_id = $1`, [
      work.tenant.id,
    ]);
    counts.set(name, row!.n);
  }
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  let done = 0;
  for (const table of tables) {
    const record = recordOf.get(table.name);
    let rows = 0;
    const lines = async function* () {
      for await (const page of pagesOf(work, table)) {
        rows += page.length;
        done += page.length;
        yield page.join('');
        await onProgress(total ? done / total : 1);
      }
    };
    await add(record ? `records/${record}.ndjson` : `tables/${table.name}.ndjson`, lines(), () => rows);
    // Of one snapshot, so anything else is a fault of ours, and the archive must not leave the house.
    if (rows !== counts.get(table.name)) throw new Error(`${table.name}: ${rows} rows of ${counts.get(table.name)}`);
  }
}

/** A table's rows as lines of JSON, in the order of its key, through a cursor: the server holds them, we hold a page. */
async function* pagesOf(work: Work, { name, key }: TenantTable): AsyncGenerator<string[]> {
  const without = (withheld[name] ?? []).map((column) => ` - '${column}'`).join('');
  const order = key.map((column) => `t."${column}"`).join(', ');
  // A cursor takes no parameters; the id is a checked uuid.
  await work.query(
    `declare export_rows no scroll cursor for select (to_jsonb(t)${without})::text as line from app."${name}" t
     where t.tenant_id = '${work.tenant.id}' order by ${order}`,
  );
  for (;;) {
    const rows = await work.query<{ line: string }>(`fetch ${rowsAtOnce} from export_rows`);
    if (rows.length) yield rows.map((row) => `${row.line}\n`);
    if (rows.length < rowsAtOnce) break;
  }
  await work.query('close export_rows');
}

/** Adds a file while it is read, and resolves when all of it is handed over. Answers its size in bytes. */
async function addEntry(
  zip: ZipFile,
  name: string,
  mtime: Date,
  source: AsyncIterable<Buffer | string>,
  hash: Hash,
): Promise<number> {
  let bytes = 0;
  const metered = async function* () {
    for await (const piece of source) {
      const chunk = Buffer.from(piece as string);
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  const stream = Readable.from(metered(), { objectMode: false });
  const read = new Promise<void>((resolve, reject) => {
    stream.once('end', resolve);
    stream.once('error', reject);
  });
  zip.addReadStream(stream, name, { mtime });
  await read;
  return bytes;
}
