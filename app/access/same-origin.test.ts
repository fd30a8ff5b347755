import { expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

const from = (headers: Record<string, string>) =>
  isSameOrigin(new Request('http://here.example/x', { method: 'POST', headers }));

it('takes what our own pages send', () => {
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(from({ origin: 'https://here.example', host: 'here.example' })).toBe(true);
});

it('refuses what others send, and what does not say', () => {
  expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(false);
  expect(from({ 'sec-fetch-site': 'same-site' })).toBe(false);
  expect(from({ origin: 'https://there.example', host: 'here.example' })).toBe(false);
  expect(from({ origin: 'null', host: 'here.example' })).toBe(false);
  expect(from({ host: 'here.example' })).toBe(false);
});
