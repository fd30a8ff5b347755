import type { ByteSource } from './byte-source';
import { FileProblem } from './file-problem';
import type { OpenTableOptions, Table } from './table';
import type { ZipArchive } from './zip-archive';

export function isWorkbook(archive: ZipArchive): boolean {
  return archive.members.has('xl/workbook.xml');
}
export async function workbookTable(_a: ZipArchive, source: ByteSource, _o: OpenTableOptions): Promise<Table> {
  throw new FileProblem('broken_workbook', { file: source.name });
}
