import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Requirements of OWASP ASVS 5.0 of levels 1 and 2, a section a word. */
const sections = `1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2
  4.1:1-3 4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3
  6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2
  10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1 12.1:1-3
  12.2:1-2 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1
  16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2`;

test('the page on security answers every requirement of ASVS 5.0, level 2, once', () => {
  const wanted = sections.split(/\s+/).flatMap((word) => {
    const [section, numbers] = word.split(':');
    return numbers!.split(',').flatMap((part) => {
      const [from, to = from] = part.split('-').map(Number) as [number, number?];
      return Array.from({ length: to! - from + 1 }, (_, n) => `${section}.${from + n}`);
    });
  });
  const text = readFileSync('docs/security.md', 'utf8');
  const rows = [...text.matchAll(/^\| (\d+\.\d+)\.(\d+)(?:–(\d+))? +\| (held|not yet|n\/a) +\| (\S.*) \|$/gm)];
  const answered = rows.flatMap(([, section, from, to, state]) =>
    Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, n) => ({
      id: `${section}.${Number(from) + n}`,
      state,
    })),
  );
  expect(answered.map(({ id }) => id)).toEqual(wanted);
  const count = (state: string) => answered.filter((one) => one.state === state).length;
  const sum = `All ${wanted.length} requirements of levels 1 and 2: ${count('held')} held, ${count('not yet')} not yet, ${count('n/a')} that do not apply.`;
  expect(text).toContain(sum);
});
