import { expect, it } from 'vitest';
import { type Order, ordered, pageOf } from './ordered';

const orders: Record<string, Order> = {
  when: { sql: 'at', type: 'timestamptz' },
  name: { sql: 'lower(name)', type: 'text' },
  read: { sql: 'read', type: 'bigint' },
};
const id: Order = { sql: 'id', type: 'bigint' };
const of = (asked: { sort?: string; cursor?: string }) => {
  const params: unknown[] = ['tenant'];
  return { ...ordered(orders, id, '-when', asked, params), params };
};

it('is in the usual order until one that the list offers is asked for', () => {
  expect(of({})).toMatchObject({ by: 'at desc, id desc', after: 'true', params: ['tenant'] });
  expect(of({ sort: 'name' }).by).toBe('lower(name) asc, id asc');
  expect(of({ sort: '-read' }).by).toBe('read desc, id desc');
  for (const sort of ['', '-', 'id', 'constructor', '--name', 'name; drop table'])
    expect(of({ sort }).by).toBe('at desc, id desc');
});

it('goes on behind a row, whatever stands in it', () => {
  expect(of({ sort: 'name', cursor: 'a~b~7' })).toMatchObject({
    after: '(lower(name), id) > ($2::text, $3::bigint)',
    params: ['tenant', 'a~b', '7'],
  });
  expect(of({ cursor: '2026-03-01T00:00:00.123456Z~9' })).toMatchObject({
    after: '(at, id) < ($2::timestamptz, $3::bigint)',
    params: ['tenant', '2026-03-01T00:00:00.123456Z', '9'],
  });
});

it.each([
  ['', {}],
  ['7', {}],
  ['~7', {}],
  ['2026-02-31x~7', {}],
  ['2026-03-01T00:00:00.123456Z~', {}],
  ['a~7', { sort: 'read' }],
  ['a\0~7', { sort: 'name' }],
  ['1~1234567890123456789', { sort: 'read' }],
])('refuses the cursor %j', (cursor, asked) => {
  expect(() => of({ ...asked, cursor })).toThrow(expect.objectContaining({ code: 'bad_cursor' }));
});

it('a page ends with the place of its last row, if there are more', () => {
  const rows = [1, 2, 3].map((n) => ({ n, place: `p${n}` }));
  expect(pageOf(rows, 2)).toEqual({ data: [{ n: 1 }, { n: 2 }], next: 'p2' });
  expect(pageOf(rows, 3).next).toBeNull();
});
