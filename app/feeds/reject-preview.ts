import type { Reject } from '@/domain/ingest/list-rejects';
import { type Mapping, unmappedFields } from '@/domain/ingest/mapping';
import { rowReader } from '@/domain/ingest/read-row';

/** Rows that were kept aside, read again with a mapping: what a correction would make of them. Nothing is stored. */
export function rejectPreview(mapping: Mapping, rejects: Reject[]) {
  const header = [...new Set(rejects.flatMap((reject) => Object.keys(reject.raw)))];
  const { read, missing } = rowReader(mapping, header);
  return {
    header,
    mapping,
    encoding: null,
    separator: null,
    suggested: false,
    unmapped: unmappedFields(mapping),
    warnings: rejects.length > 0 ? missing : [],
    rows: rejects.map((reject) => {
      const cells = header.map((name) => String(reject.raw[name] ?? ''));
      const { values, problems } = read(cells);
      const shown = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)]),
      );
      return { line: reject.line, cells, values: shown, problems };
    }),
  };
}
