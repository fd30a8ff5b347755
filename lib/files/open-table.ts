import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ByteSource, fileSource, firstBytes, gunzipped } from './byte-source';
import { csvTable } from './csv-table';
import { fileKind } from './file-kind';
import { FileProblem } from './file-problem';
import { joinTables } from './joined-table';
import { jsonTable, looksLikeJson } from './json-table';
import { spool } from './spool';
import type { OpenTableOptions, Table } from './table';
import { readTextSample } from './text-sample';
import { workbookTable } from './xlsx-table';
import { isWorkbook, otherWorkbook } from './xlsx-workbook';
import { openZip, type ZipArchive } from './zip-archive';

/** Packed in packed in packed: nobody's table is deeper. */
const DEEPEST = 3;
const TABLE_NAME = /\.(csv|tsv|tab|xlsx|xlsm|json|ndjson|jsonl)(\.gz)?$/i;

/**
 * Opens a file as a table: CSV with any usual separator and encoding, a workbook (.xlsx), NDJSON or a JSON array of objects, each
 * of them also in gzip or zip. What the file is, is found in its content, not by its name. Several tables in one zip are read
 * one after the other when their headers are the same.
 *
 * Reads in bounded memory whatever the file's size. Close the table when done.
 * @throws FileProblem when the file is no table, or none that can be read
 */
export async function openTable(path: string, options: OpenTableOptions = {}): Promise<Table> {
  const { size } = await stat(path);
  const source = fileSource(path, options.fileName ?? basename(path), size);
  const table = await openSource(source, path, options, 0);
  return { ...table, byteSize: size };
}

/** `path` is where the source lies as it is; null when it is itself unpacked from something. */
async function openSource(
  source: ByteSource,
  path: string | null,
  options: OpenTableOptions,
  depth: number,
): Promise<Table> {
  const { bytes: head } = await firstBytes(source, 16_384);
  if (head.length === 0) throw new FileProblem('empty_file', { file: source.name });
  const kind = fileKind(head, source.name);
  if (kind !== 'plain' && depth >= DEEPEST) throw new FileProblem('nested_archive', { file: source.name });
  if (kind === 'gzip')
    return { ...(await openSource(gunzipped(source), null, options, depth + 1)), compression: 'gzip' };
  if (kind === 'zip') return openZipped(source, path, options, depth);
  const sample = await readTextSample(source, options.encoding);
  return looksLikeJson(sample.text) ? jsonTable(source, sample) : csvTable(source, sample, options);
}

// A zip file is read from its end, so one that comes out of another archive is put on disk first.
async function openZipped(
  source: ByteSource,
  path: string | null,
  options: OpenTableOptions,
  depth: number,
): Promise<Table> {
  const unpacked = path === null ? await spool(source) : null;
  const release: (() => unknown)[] = unpacked ? [unpacked.remove] : [];
  const close = async () => {
    for (const step of release.splice(0).reverse()) await step();
  };
  try {
    const archive = await openZip(path ?? unpacked!.path, source.name);
    const kind = otherWorkbook(archive);
    if (kind) throw new FileProblem('unsupported_workbook', { file: source.name, kind });
    const table = isWorkbook(archive)
      ? await workbookTable(archive, source, options)
      : { ...(await openMembers(archive, source.name, options, depth)), compression: 'zip' as const };
    release.push(table.close);
    return { ...table, close };
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function openMembers(
  archive: ZipArchive,
  file: string,
  options: OpenTableOptions,
  depth: number,
): Promise<Table> {
  const all = [...archive.members.values()];
  const named = all.filter(({ name }) => TABLE_NAME.test(name));
  const chosen = (named.length > 0 ? named : all).sort((a, b) => (a.name < b.name ? -1 : 1));
  const tables: { name: string; table: Table }[] = [];
  const refused: FileProblem[] = [];
  for (const member of chosen) {
    try {
      tables.push({ name: member.name, table: await openSource(member, null, options, depth + 1) });
    } catch (problem) {
      if (!(problem instanceof FileProblem)) throw problem;
      refused.push(problem);
    }
  }
  // A day without sales makes an empty file among the others; anything else that cannot be read must not go unnoticed.
  const serious = refused.find(({ code }) => code !== 'empty_file' && code !== 'header_only');
  const problem =
    (named.length > 0 && serious) ||
    (tables.length === 0 && (refused[0] ?? new FileProblem('zip_without_table', { file })));
  if (problem) {
    await Promise.all(tables.map(({ table }) => table.close()));
    throw problem;
  }
  return joinTables(tables, file);
}
