import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { letterByName } from './catalogue';
import { renderLetter } from './render-letter';

const letters = [...letterByName.values()].map((letter) => [letter.name, letter] as const);

/** What a reader sees of the HTML. */
const visible = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&#39;/g, "'");

/** Every string within the props, changed. */
function withStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => withStrings(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withStrings(one, change)]));
}

test('every letter in the folder is in the catalogue, under a name of its own', () => {
  const declared = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(/letter<[\s\S]*?>\(\{\s+name: '([^']+)'/g),
    ])
    .map(([, name]) => name!);
  expect(new Set(declared).size).toBe(declared.length);
  expect([...letterByName.keys()].sort()).toEqual([...declared].sort());
});

test.each(letters)('%s is complete in both languages, and its text has all that its HTML has', (name, letter) => {
  const props = letter.sample as object;
  for (const locale of ['en', 'zh-CN'] as const) {
    const { subject, html, text } = renderLetter(name, props, locale)!;
    expect(html).toContain(`<html lang="${locale}">`);
    expect(subject.length).toBeGreaterThan(3);
    expect(subject.length).toBeLessThan(120);
    const seen = visible(html);
    for (const number of seen.match(/\d[\d.,:–]*/g) ?? []) expect(text).toContain(number);
    for (const [, href] of html.matchAll(/href="([^"]+)"/g)) expect(text).toContain(href!.replaceAll('&amp;', '&'));
    expect(`${subject}${seen}${text}`).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
    if (locale === 'zh-CN') expect(seen).toMatch(/\p{Script=Han}{4}/u);
    else expect(seen.replace(/[→“”]/g, '')).not.toMatch(/\p{Script=Han}/u);
    expect(html).not.toMatch(/<img|<link|@import|url\(/);
  }
});

test.each(letters)('%s takes a link over unchanged', (name, letter) => {
  const { link } = letter.sample as { link?: string };
  if (link === undefined) return;
  const given = 'https://fairway.example/x/aZ-_09?a=1&b=2';
  const { html, text } = renderLetter(name, { ...(letter.sample as object), link: given }, 'en')!;
  expect(html).toContain(`href="${given.replace('&', '&amp;')}"`);
  expect(text).toContain(given);
});

test.each(letters)('%s keeps what people typed as text: no tags, no second line, no second header', (name, letter) => {
  const typed = (text: string) =>
    /^https?:/.test(text) ? text : `${text}<script>alert("x")</script>\r\nBcc: a@b.c\u202e & {count}`;
  for (const locale of ['en', 'zh-CN'] as const) {
    const { subject, html, text } = renderLetter(name, withStrings(letter.sample, typed) as object, locale)!;
    expect(html).not.toContain('<script');
    for (const part of [subject, text, html]) {
      expect(part).not.toMatch(/^Bcc:/m);
      expect(part).not.toContain('\u202e');
    }
    expect(subject).not.toMatch(/[\r\n]/);
  }
});

test('a letter that is no more renders as nothing', () => {
  expect(renderLetter('never-was', {}, 'en')).toBeNull();
});
