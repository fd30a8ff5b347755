import { describe, expect, it } from 'vitest';
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
