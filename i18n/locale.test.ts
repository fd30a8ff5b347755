import { describe, expect, it } from 'vitest';
import { localeOf } from './locale';

describe('localeOf', () => {
  it('takes the cookie first', () => expect(localeOf('en', 'zh-CN')).toBe('en'));
  it('passes over a cookie it does not know', () => expect(localeOf('tlh', 'en-GB,en;q=0.8')).toBe('en'));
  it('weighs what the browser asks for', () => expect(localeOf(undefined, 'fr, en;q=0.5, zh;q=0.9')).toBe('zh-CN'));
  it('leaves out what is refused', () => expect(localeOf(undefined, 'en;q=0, fr')).toBe('zh-CN'));
  it('falls back to Chinese', () => {
    expect(localeOf(undefined, null)).toBe('zh-CN');
    expect(localeOf(undefined, ';;,,q=')).toBe('zh-CN');
  });
});
