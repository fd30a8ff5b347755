import { expect, it } from 'vitest';
import { callerAddress } from './caller-address';

const from = (value?: string) => callerAddress(new Headers(value === undefined ? {} : { 'x-forwarded-for': value }));

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:4711', '203.0.113.7'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
])('%s is from %s', (header, address) => expect(from(header)).toBe(address));

it.each([undefined, '', 'unknown', '203.0.113.7, <script>', '203.0.113.7,'])('nothing is known from %j', (header) =>
  expect(from(header)).toBeNull(),
);
