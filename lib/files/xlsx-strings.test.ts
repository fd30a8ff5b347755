import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { ByteSource } from './byte-source';
import { readSharedStrings } from './xlsx-strings';

it('gives the same texts from disk as from memory', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shared-'));
  vi.stubEnv('TMPDIR', folder);
  const texts = Array.from({ length: 120_000 }, (_, i) => `title ${i} é 元 ${'x'.repeat(i % 40)}`);
  // Longer together than a block that is read at once.
  for (let i = 7; i < 20; i++) texts[i] = `${'long '.repeat(12_000)}${i}`;
  texts[20] = '';
  const xml = Buffer.from(`<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`);
  async function* pieces() {
    for (let at = 0; at < xml.length; at += 65_536) yield xml.subarray(at, at + 65_536);
  }
  const source: ByteSource = { name: 'sharedStrings.xml', size: xml.length, read: () => 0, pieces };
  for (const mostInMemory of [1e9, 1_000]) {
    const strings = await readSharedStrings(source, mostInMemory);
    // Nothing that a killed process could leave behind.
    expect(await readdir(folder)).toEqual([]);
    const wanted = [...texts.keys(), ...Array.from({ length: 2_000 }, (_, i) => (i * 7919) % texts.length)];
    expect(wanted.filter((i) => strings.at(i) !== texts[i])).toEqual([]);
    expect(strings.at(texts.length)).toBe('');
    strings.close();
  }
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});
