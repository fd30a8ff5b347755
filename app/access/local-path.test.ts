import { describe, expect, it } from 'vitest';
import { localPath } from './local-path';

describe('localPath', () => {
  it.each(['/', '/demo/kpis?by=channel#rows', '/a//b'])('goes on to %s', (path) => expect(localPath(path)).toBe(path));
  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    '',
    undefined,
    ['/demo'],
  ])('stays here for %j', (given) => expect(localPath(given)).toBe('/'));
});
