import { FileProblem } from './file-problem';
import type { Table, TableRow } from './table';

type Member = { name: string; table: Table };

/**
 * Several tables of an archive as one. Lines are counted on from file to file, so that a line still names one row only.
 * @throws FileProblem when their headers differ
 */
export async function joinTables(members: Member[], file: string): Promise<Table> {
  const first = members[0]!.table;
  const close = async () => {
    for (const { table } of members) await table.close();
  };
  const same = members.every(({ table }) => JSON.stringify(table.header) === JSON.stringify(first.header));
  if (!same) {
    await close();
    const names = members.map(({ name }) => name);
    throw new FileProblem('zip_several_tables', { file, count: names.length, files: names.slice(0, 20).join(', ') });
  }

  const sizes = members.map(({ table }) => table.byteSize);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let current = 0;

  async function* rows(from?: { afterLine: number }): AsyncGenerator<TableRow[]> {
    const afterLine = from?.afterLine ?? 0;
    let before = 0;
    for (current = 0; current < members.length; current++) {
      let last = members[current]!.table.headerLine;
      // All rows are read even where they are not wanted: only then are the lines of the next file known.
      for await (const batch of members[current]!.table.rows()) {
        last = batch.at(-1)!.line;
        for (const row of batch) row.line += before;
        const wanted = batch.at(-1)!.line <= afterLine ? [] : batch.filter(({ line }) => line > afterLine);
        if (wanted.length > 0) yield wanted;
      }
      before += last;
    }
    current = members.length;
  }

  function progress(): number {
    if (current >= members.length) return 1;
    const done = sizes.slice(0, current).reduce((sum, size) => sum + size, 0);
    return (done + sizes[current]! * members[current]!.table.progress()) / total;
  }

  return {
    container: first.container,
    compression: first.compression,
    encoding: first.encoding,
    separator: first.separator,
    header: first.header,
    headerLine: first.headerLine,
    sheet: first.sheet,
    members: members.map(({ name }) => name),
    byteSize: total,
    rows,
    progress,
    close,
  };
}
