import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(process.cwd(), 'app', 'admin');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') || path.endsWith('.tsx'),
);
const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8');

test('the folder of the desk holds pages, actions and their frame, and nothing that is reached in another way', () => {
  const known = /(^|\/)(page\.tsx|layout\.tsx|actions\.ts)$/;
  expect(files.filter((path) => !known.test(path))).toEqual([]);
  expect(files.length).toBeGreaterThan(8);
});

test.each(files.filter((path) => path.endsWith('page.tsx')))('%s reads with the right to the desk', (path) => {
  expect(textOf(path).match(/await deskRead\(/g)).toHaveLength(1);
});

const actions = files
  .filter((path) => path.endsWith('actions.ts'))
  .flatMap((path) =>
    textOf(path)
      .split(/^export /m)
      .slice(1)
      .map((text): [string, string] => [`${path} ${/^async function (\w+)/.exec(text)?.[1]}`, text]),
  );

test.each(actions)('%s begins with the right to the desk', (_name, text) => {
  expect(text).toMatch(/^async function \w+\([^)]*\): Promise<\w+> \{\n {2}const outcome = await deskAct\(data, /);
});
