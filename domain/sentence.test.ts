import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { fileProblemCodes } from '@/lib/files/file-problem';
import en from '@/messages/en.json';
import { Refusal } from './errors';
import { localeFor, problemSentence, runErrorSentence, sentenceOf } from './sentence';

test.each([
  [null, 'en'],
  ['', 'en'],
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-Hant-TW,en;q=0.9', 'zh-CN'],
  ['en-GB,zh;q=0.9', 'en'],
  ['fr, zh;q=0.4, en;q=0.6', 'en'],
  ['en;q=0, zh;q=0.1', 'zh-CN'],
  ['de', 'en'],
  [';;;q=,,', 'en'],
])('Accept-Language %s is read as %s', (header, locale) => {
  expect(localeFor(header)).toBe(locale);
});

test('a refusal is a sentence in the reader’s language', () => {
  const refusal = new Refusal('feed_name_taken', 409, { name: 'Shop' }, 'name');
  expect(sentenceOf(refusal, 'en')).toBe('There is a feed called “Shop” already. Choose another name.');
  expect(sentenceOf(refusal, 'zh-CN')).toContain('“Shop”');
});

test('a code without a sentence is told as it is, never as a key of ours', () => {
  expect(problemSentence('en', 'something_new')).toBe('something_new');
  expect(runErrorSentence('zh-CN', { code: 'something_new' })).toBe('something_new');
});

test('every refusal in the code has its sentence', () => {
  const known = new Set(Object.keys(en.errors));
  for (const code of fileProblemCodes) expect(known).toContain(`file_${code}`);
  const missing: string[] = [];
  for (const room of ['domain', 'api', 'app', 'cli', 'db', 'workers']) {
    for (const file of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file) || /\.test\./.test(file)) continue;
      const text = readFileSync(join(room, file), 'utf8');
      for (const [, code] of text.matchAll(/new Refusal\(\s*'([a-z_]+)'/g))
        if (!known.has(code!)) missing.push(`${code} in ${room}/${file}`);
    }
  }
  expect(missing).toEqual([]);
});

test('prints of a refusal where it comes from, and nothing that was typed', () => {
  const printed = inspect(new Refusal('email_invalid', 422, { value: 'ada@shop.example' }, 'email'));
  expect(printed).toContain('Refusal: email_invalid');
  expect(printed).toContain('sentence.test.ts');
  expect(printed).not.toContain('shop.example');
});
