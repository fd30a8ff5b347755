import type { ByteSource } from './byte-source';
import { readWholeXml } from './xlsx-xml';
import type { ZipArchive } from './zip-archive';

/** What a workbook says about itself: its worksheets in order, and where its parts are. */
export type Workbook = {
  sheets: { name: string; hidden: boolean; part: ByteSource }[];
  strings: ByteSource | undefined;
  styles: ByteSource | undefined;
  from1904: boolean;
};

const WORKBOOK = 'xl/workbook.xml';

export const isWorkbook = (archive: ZipArchive): boolean => archive.members.has(WORKBOOK);

/** The kind of a workbook that is a zip as well and is not read; null when it is none. */
export function otherWorkbook({ members }: ZipArchive): string | null {
  if (members.has('xl/workbook.bin')) return 'xlsb';
  if (members.has('content.xml') && members.has('mimetype')) return 'ods';
  return members.has('Index/Document.iwa') ? 'numbers' : null;
}

export async function readWorkbook({ members }: ZipArchive): Promise<Workbook> {
  const parts = new Map<string, { part: ByteSource; type: string }>();
  const relations = members.get('xl/_rels/workbook.xml.rels');
  if (!relations) throw new Error('the workbook does not name its parts');
  await readWholeXml(relations, {
    open(name, { Id, Target, Type }) {
      if (name !== 'Relationship' || !Id || !Target) return;
      const path = Target.startsWith('/') ? Target.slice(1) : new URL(Target, 'file:///xl/').pathname.slice(1);
      const part = members.get(path) ?? members.get(decodeURIComponent(path));
      if (part) parts.set(Id, { part, type: Type?.split('/').at(-1) ?? '' });
    },
  });
  const ofType = (type: string) => [...parts.values()].find((entry) => entry.type === type)?.part;

  const workbook: Workbook = {
    sheets: [],
    strings: ofType('sharedStrings'),
    styles: ofType('styles'),
    from1904: false,
  };
  await readWholeXml(members.get(WORKBOOK)!, {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1];
      const entry = parts.get(id ?? '');
      // Sheets that hold a chart only are no worksheets.
      if (entry?.type !== 'worksheet') return;
      const hidden = attributes.state !== undefined && attributes.state !== 'visible';
      workbook.sheets.push({ name: attributes.name ?? '', hidden, part: entry.part });
    },
  });
  return workbook;
}
