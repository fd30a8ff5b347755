/** Why a file as a whole cannot be read as a table. Stable: the sentences are messages errors.file_<code>. */
export const fileProblemCodes = [
  'empty_file',
  'header_only',
  'not_a_table',
  'unknown_encoding',
  'no_such_header_line',
  'encrypted_workbook',
  'old_excel',
  'unsupported_workbook',
  'broken_workbook',
  'unknown_archive',
  'encrypted_zip',
  'zip_without_table',
  'zip_several_tables',
  'nested_archive',
  'unpacked_too_large',
  'too_many_columns',
  'too_many_files',
  'broken_gzip',
  'broken_zip',
  'broken_json',
] as const;

export type FileProblemCode = (typeof fileProblemCodes)[number];

/**
 * The file cannot be read (any further). `params` fill the message's blanks; `params.file` is always the name the user knows.
 * Thrown by `openTable` and, for faults that lie deeper in the file, while its rows are read.
 */
export class FileProblem extends Error {
  readonly code: FileProblemCode;
  readonly params: Record<string, string | number>;

  constructor(code: FileProblemCode, params: Record<string, string | number>, cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, { cause });
    this.name = 'FileProblem';
    this.code = code;
    this.params = params;
  }
}
