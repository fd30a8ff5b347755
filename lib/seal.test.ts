import { afterEach, describe, expect, it, vi } from 'vitest';
import { seal, unseal } from './seal';

describe('seal', () => {
  it('gives back what was sealed for the same purpose', () => {
    expect(unseal(seal('海运提单 €', 'a'), 'a')).toBe('海运提单 €');
  });
  it('opens for no other purpose, nor after a change, nor from nothing', () => {
    const sealed = seal('secret', 'a');
    expect(unseal(sealed, 'b')).toBeNull();
    expect(unseal(`${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`, 'a')).toBeNull();
    expect(unseal('', 'a')).toBeNull();
    expect(unseal('not sealed at all, just some text', 'a')).toBeNull();
  });
  it('hides the text and never looks the same twice', () => {
    expect(seal('secret', 'a')).not.toBe(seal('secret', 'a'));
    expect(Buffer.from(seal('secret', 'a'), 'base64url').toString('latin1')).not.toContain('secret');
  });
});

describe('keys', () => {
  const [first, second] = ['first key of a pair and long enough too', 'second key of a pair and long enough too'];
  /** The module as a process with these keys has it. */
  const withKeys = async (current: string, previous = '') => {
    vi.resetModules();
    vi.stubEnv('ENCRYPTION_KEY', current);
    vi.stubEnv('ENCRYPTION_KEY_PREVIOUS', previous);
    return import('./seal');
  };
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it('an earlier key opens while it is known, and seals nothing', async () => {
    const old = (await withKeys(first)).seal('secret', 'a');
    const both = await withKeys(second, first);
    expect(both.unseal(old, 'a')).toBe('secret');
    const fresh = both.seal('secret', 'a');
    expect(fresh.startsWith(both.currentSeal())).toBe(true);
    expect(old.startsWith(both.currentSeal())).toBe(false);
    const after = await withKeys(second);
    expect([after.unseal(fresh, 'a'), after.unseal(old, 'a')]).toEqual(['secret', null]);
    expect((await withKeys(first)).unseal(fresh, 'a')).toBeNull();
  });

  it('what was sealed before keys had names still opens', async () => {
    const nameless = (await withKeys(first)).seal('secret', 'a').split('.')[2]!;
    expect((await withKeys(first)).unseal(nameless, 'a')).toBe('secret');
    expect((await withKeys(second, first)).unseal(nameless, 'a')).toBe('secret');
    expect((await withKeys(second)).unseal(nameless, 'a')).toBeNull();
  });
});
