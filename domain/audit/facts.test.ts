import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import { permissions } from '../permissions';
import { factNouns, facts, objectOf } from './facts';

const sources = ['api', 'app', 'cli', 'db', 'domain', 'workers'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/(\.test|\/test-[^/]+)\.tsx?$/.test(path))
    .map((path) => ({ path: `${room}/${path}`, text: readFileSync(`${room}/${path}`, 'utf8') })),
);

/** Facts as the code names them; where one comes in a variable, every word of its shape in the file counts. */
const named = sources.flatMap(({ path, text }) =>
  [...text.matchAll(/\.audit\(\s*(?:'([^']+)'|\w+)/g)]
    .flatMap(([, literal]) =>
      literal ? [literal] : [...text.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map(([, word]) => word!),
    )
    .concat(
      // Deeds of the desk, which are written into the firm's log too.
      [...text.matchAll(/\.record(?:InFirm)?\(\s*'((?:tenant|visit|job)\.[a-z_]+)'/g)].map(([, fact]) => fact!),
    )
    .filter((fact) => !(fact in permissions))
    .map((fact) => ({ path, fact })),
);

test('every fact that the code can write has a sentence in both languages', () => {
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter(({ fact }) => !facts[fact])).toEqual([]);
  for (const [fact, { en, zh }] of Object.entries(facts)) {
    expect(fact).toMatch(/^[a-z_]+\.[a-z_]+$/);
    expect([fact, en.length > 3, /[\u4e00-\u9fff]/.test(zh)]).toEqual([fact, true, true]);
  }
});

test('no sentence is for a fact that nobody writes', () => {
  const written = new Set(named.map(({ fact }) => fact));
  expect(Object.keys(facts).filter((fact) => !written.has(fact))).toEqual([]);
});

test('every noun that entries can be filtered by has a word', () => {
  expect(factNouns.filter((noun) => !(noun in en.auditPage.noun))).toEqual([]);
});

test('what it was done to is its name, or the nearest there is', () => {
  expect(objectOf({ feedId: 'x', name: 'Own shop' })).toBe('Own shop');
  expect(objectOf({ id: 'x', kpi: 'C07' })).toBe('C07');
  expect(objectOf({ count: 3 })).toBe('');
});
