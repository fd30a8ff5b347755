/** A value as a cell of CSV: instants in ISO 8601, nothing for what is not there. */
export const csvText = (value: unknown): string =>
  value === null || value === undefined ? '' : value instanceof Date ? value.toISOString() : String(value);

/** A CSV or NDJSON file made while it is sent. CSV begins with a byte order mark: without it Excel misreads Chinese. */
export function csvResponse(
  fileName: string,
  lines: AsyncIterable<string>,
  format: 'csv' | 'ndjson' = 'csv',
): Response {
  const encoder = new TextEncoder();
  const iterator = lines[Symbol.asyncIterator]();
  let begun = format !== 'csv';
  const body = new ReadableStream({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(new Uint8Array([0xef, 0xbb, 0xbf]));
      }
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': `${format === 'csv' ? 'text/csv' : 'application/x-ndjson'}; charset=utf-8`,
      'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]/g, '-')}"`,
      'cache-control': 'private, no-store',
    },
  });
}
