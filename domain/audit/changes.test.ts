import { expect, it } from 'vitest';
import { changesBetween } from './changes';

it('tells what differs, field by field', () => {
  expect(
    changesBetween(
      { name: 'A', hour: 7, mapping: { columns: { sku: 'SKU' }, list: [1] }, same: [1, 2] },
      { name: 'B', hour: 7, mapping: { columns: { sku: 'Art.' }, list: [1, 2] }, same: [1, 2] },
    ),
  ).toEqual([
    { field: 'name', before: 'A', after: 'B' },
    { field: 'mapping.columns.sku', before: 'SKU', after: 'Art.' },
    { field: 'mapping.list', before: '[1]', after: '[1,2]' },
  ]);
});

it('a thing that came or went differs in all that it has; nothing is no difference', () => {
  expect(changesBetween(null, { a: 1, b: null })).toEqual([{ field: 'a', before: undefined, after: '1' }]);
  expect(changesBetween({ a: { b: true } }, undefined)).toEqual([{ field: 'a.b', before: 'true', after: undefined }]);
  expect(changesBetween(null, null)).toEqual([]);
  expect(changesBetween(1, 2)).toEqual([{ field: 'value', before: '1', after: '2' }]);
});
