import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { encodingName, TextReader } from './text-reader';

const inEncoding = (text: string, name: string) => execFileSync('iconv', ['-f', 'UTF-8', '-t', name], { input: text });

it.each(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030', 'WINDOWS-1252'])(
  'reads %s in pieces of any length, marked or not',
  (name) => {
    const text = name === 'WINDOWS-1252' ? 'é€ù, naïve\n' : '国家,é😀,naïve,中文\n';
    for (const marked of name === 'WINDOWS-1252' ? [false] : [false, true]) {
      const bytes = inEncoding(marked ? `\ufeff${text}` : text, name);
      const fixed = encodingName(name)!;
      for (let length = 1; length <= bytes.length; length++) {
        const reader = new TextReader(fixed);
        let read = '';
        for (let at = 0; at < bytes.length; at += length) read += reader.write(bytes.subarray(at, at + length));
        expect(read + reader.end()).toBe(text);
      }
    }
  },
);

it('marks what the encoding does not know', () => {
  const reader = new TextReader('utf-8');
  expect(reader.write(Buffer.from('a\xffb,cd', 'latin1')) + reader.end()).toBe('a\ufffdb,cd');
});

it('reads texts shorter than a mark', () => {
  const reader = new TextReader();
  expect(reader.write(Buffer.from('a')) + reader.end()).toBe('a');
  expect(new TextReader().end()).toBe('');
});

it.each(['UTF-8', 'GB18030', 'WINDOWS-1252'])(
  'waits with an open mind for %s when a piece ends within its first character',
  (name) => {
    const text = name === 'WINDOWS-1252' ? 'name,city\n1,Zürich\n2,Genève\n' : 'name,city\n1,中国广州\n2,法国巴黎\n';
    const bytes = inEncoding(text, name);
    const first = bytes.findIndex((byte) => byte > 0x7f);
    for (const cut of [first, first + 1, first + 2, first + 3]) {
      const reader = new TextReader();
      expect(reader.write(bytes.subarray(0, cut)) + reader.write(bytes.subarray(cut)) + reader.end()).toBe(text);
    }
  },
);

it('reads an accent at the very end', () => {
  for (const name of ['UTF-8', 'WINDOWS-1252']) {
    const reader = new TextReader();
    expect(reader.write(inEncoding('a,b\n1,é', name)) + reader.end()).toBe('a,b\n1,é');
  }
});
