import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, vi } from 'vitest';

/**
 * A name server, as far as a question for text records goes, which the file's tests ask.
 * @returns what it says: text records by name, or an error's number
 */
export function testDns(): Map<string, string[] | number> {
  const dns = createSocket('udp4');
  const zone = new Map<string, string[] | number>();

  beforeAll(async () => {
    dns.on('message', (question, from) => {
      const labels: string[] = [];
      let at = 12;
      for (; question[at] !== 0; at += question[at]! + 1)
        labels.push(question.subarray(at + 1, at + 1 + question[at]!).toString());
      const found = zone.get(labels.join('.')) ?? 3;
      const texts = typeof found === 'number' ? [] : found;
      const head = Buffer.from(question.subarray(0, 12));
      head.writeUInt16BE(0x8180 | (typeof found === 'number' ? found : 0), 2);
      head.writeUInt16BE(texts.length, 6);
      head.writeUInt32BE(0, 8);
      const answers = texts.map((text) => {
        const record = Buffer.alloc(13);
        record.writeUInt16BE(0xc00c, 0);
        record.writeUInt16BE(16, 2);
        record.writeUInt16BE(1, 4);
        record.writeUInt16BE(text.length + 1, 10);
        record.writeUInt8(text.length, 12);
        return Buffer.concat([record, Buffer.from(text)]);
      });
      dns.send(Buffer.concat([head, question.subarray(12, at + 5), ...answers]), from.port, from.address);
    });
    await new Promise<void>((done) => dns.bind(0, '127.0.0.1', done));
    vi.stubEnv('DNS_SERVERS', `127.0.0.1:${dns.address().port}`);
  });
  afterAll(() => new Promise<void>((done) => dns.close(done)));
  return zone;
}
