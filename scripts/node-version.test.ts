import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each(['start', 'test', 'check', 'bench', 'fairway'])(
  '%s tells an old Node what is needed, in a sentence',
  (name) => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '20.18.1' }); await import('./scripts/${name}.mjs')`;
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', old], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^Fairway needs Node\.js 20\.19 or newer, and this is 20\.18\.1: install a newer one from .*\n$/,
    );
    expect(status).toBe(1);
  },
);
