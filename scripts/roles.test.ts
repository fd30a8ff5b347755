import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { may, memberRoles, type Permission, permissions } from '@/domain/permissions';

test('every permission is asked for by some verb', () => {
  const verbs = readdirSync('domain', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && file !== 'permissions.ts')
    .map((file) => readFileSync(join('domain', file), 'utf8'))
    .join('\n');
  expect(Object.keys(permissions).filter((permission) => !verbs.includes(`'${permission}'`))).toEqual([]);
});

test('the page on roles says what the table of permissions says', () => {
  const rows = [...readFileSync('docs/roles.md', 'utf8').matchAll(/^\| ([a-z]+\.[a-z]+) +\|(.+)\|$/gm)];
  const said = rows.map(([, permission, cells]) => {
    const given = cells!.split('|').map((cell) => cell.trim());
    expect(given.at(-1), permission).toMatch(/\w/);
    return [permission, ...memberRoles.filter((_, n) => given[n] === 'yes')];
  });
  const so = Object.keys(permissions).map((permission) => [
    permission,
    ...memberRoles.filter((role) => may(role, permission as Permission)),
  ]);
  expect(said).toEqual(so);
});
