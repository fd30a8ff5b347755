import type { Reject } from '@/domain/ingest/list-rejects';
import { type Mapping, unmappedFields } from '@/domain/ingest/mapping';
import { asTexts } from '@/domain/ingest/preview-file';
import { rowReader } from '@/domain/ingest/read-row';
import { tried } from '@/domain/ingest/row-maker';
import type { Work } from '@/domain/work';

/** Rows that were kept aside, read again with a mapping: what a correction would make of them. Nothing is stored. */
export async function rejectPreview(work: Work, mapping: Mapping, rejects: Reject[]) {
  const header = [...new Set(rejects.flatMap((reject) => Object.keys(reject.raw)))];
  const { read, missing } = rowReader(mapping, header);
  const rows = rejects.map((reject) => {
    const cells = header.map((name) => String(reject.raw[name] ?? ''));
    return { line: reject.line, cells, ...read(cells) };
  });
  return {
    header,
    mapping,
    encoding: null,
    separator: null,
    suggested: false,
    unmapped: unmappedFields(mapping),
    warnings: rejects.length > 0 ? missing : [],
    rows: (await tried(work, mapping, rows)).map(({ values, ...row }) => ({ ...row, values: asTexts(values) })),
  };
}
