import { openTable } from '@/lib/files/open-table';
import { isCurrencyCode } from '@/lib/values/currencies';
import { type Mapping, readingOf } from './mapping';
import { rowReader, saysNothing } from './read-row';
import { fileSource, type RunSource, type SourceRow } from './run-source';

/**
 * Exchange rates in the ECB's own layout: one row a day, one column a currency, `N/A` where there was no rate, a comma at
 * each line's end. Becomes one row a rate. A file with one rate a row is read as any other.
 */
export async function wideRates(path: string, name: string, mapping: Mapping): Promise<RunSource> {
  const table = await openTable(path, { ...readingOf(mapping), fileName: name });
  const { header } = table;
  const currencies = header.flatMap((column, index) => (isCurrencyCode(column) ? [{ column, index }] : []));
  const dateColumn = mapping.columns.on ?? header.find((h) => h.toLowerCase() === 'date');
  if (mapping.columns.currency || !currencies.length || !dateColumn) {
    await table.close();
    return fileSource(path, name, mapping);
  }
  const dateIndex = header.indexOf(dateColumn);
  const source = mapping.constants.source ?? 'ECB';
  const { read } = rowReader(
    { ...mapping, columns: { on: 'on', currency: 'currency', rate: 'rate' }, constants: { source } },
    ['on', 'currency', 'rate'],
  );
  return {
    async *rows() {
      for await (const batch of table.rows()) {
        yield batch.flatMap(({ line, cells }) =>
          currencies
            .filter(({ index }) => !saysNothing(cells[index]!.trim()))
            .map(({ column, index }): SourceRow => {
              const row = [cells[dateIndex]!, column, cells[index]!];
              return {
                line,
                size: row.join().length,
                raw: () => ({ [dateColumn]: row[0]!, [column]: row[2]! }),
                identity: () => row.join('\u001f'),
                read: () => ({ ...read(row), deleted: false }),
              };
            }),
        );
      }
    },
    progress: () => table.progress(),
    close: () => table.close(),
  };
}
