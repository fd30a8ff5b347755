import { FileProblem } from './file-problem';

/** What the first bytes say: packed, or plain (text, until shown otherwise). */
export type FileKind = 'gzip' | 'zip' | 'plain';

const REFUSED: [signature: string, code: 'unknown_archive' | 'not_a_table', kind: string][] = [
  ['526172211a07', 'unknown_archive', 'rar'],
  ['377abcaf271c', 'unknown_archive', '7z'],
  ['425a68', 'unknown_archive', 'bzip2'],
  ['fd377a585a00', 'unknown_archive', 'xz'],
  ['28b52ffd', 'unknown_archive', 'zstd'],
  ['25504446', 'not_a_table', 'pdf'],
  ['89504e47', 'not_a_table', 'image'],
  ['ffd8ffe', 'not_a_table', 'image'],
  ['50415231', 'not_a_table', 'parquet'],
];

/**
 * @throws FileProblem for kinds that are known and not read: old Excel files, protected workbooks, other archives, documents
 */
export function fileKind(head: Buffer, file: string): FileKind {
  const hex = head.subarray(0, 16).toString('hex');
  if (hex.startsWith('1f8b')) return 'gzip';
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'zip';
  if (hex.startsWith('d0cf11e0a1b11ae1')) {
    // A workbook under a password is an encrypted package inside the container of the old format.
    const locked = head.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new FileProblem(locked ? 'encrypted_workbook' : 'old_excel', { file });
  }
  if (head.subarray(257, 262).toString('latin1') === 'ustar')
    throw new FileProblem('unknown_archive', { file, kind: 'tar' });
  for (const [signature, code, kind] of REFUSED) {
    if (hex.startsWith(signature)) throw new FileProblem(code, { file, kind });
  }
  return 'plain';
}
