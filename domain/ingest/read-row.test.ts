import { describe, expect, it } from 'vitest';
import { parseMapping } from './mapping';
import { rowReader } from './read-row';

const header = ['no', 'sku', 'qty', 'price', 'at', 'discount', 'country'];
const mapping = {
  target: 'sales_lines',
  columns: {
    order_number: 'no',
    sku: 'sku',
    quantity: 'qty',
    unit_price: 'price',
    placed_at: 'at',
    discount: 'discount',
    country: 'country',
  },
  constants: { currency: 'CNY', channel: 'shop', quantity: '1' },
  timezone: 'Asia/Shanghai',
};
const { read } = rowReader(parseMapping(mapping), header);

describe('a cell that says nothing', () => {
  it.each(['-', ' - ', '—', '--', 'N/A', '#N/A', 'NULL', 'null', '\\N', 'None', '无'])('%s is no value', (nothing) => {
    const { values, problems } = read(['1', 'A', nothing, '2', '2025-03-01', nothing, nothing]);
    expect(problems).toEqual([]);
    expect(values).toMatchObject({ quantity: '1', discount: null, country: null });
  });

  it('is missing where the field is needed; Namibia is a country', () => {
    const { values, problems } = read(['1', 'NULL', '1', '-', '2025-03-01', '', 'NA']);
    expect(problems).toEqual([
      { code: 'empty', field: 'sku', value: 'NULL' },
      { code: 'empty', field: 'unit_price', value: '-' },
    ]);
    expect(values.country).toBe('NA');
  });

  it('is nobody’s e-mail address, so that it makes no two buyers one', () => {
    const people = rowReader(
      parseMapping({ target: 'customer_identity', columns: { source_id: 'no', email: 'sku' } }),
      header,
    );
    expect(people.read(['1', 'N/A', '', '', '', '', '']).values.email).toBeNull();
  });
});

it('a mapping with a date format that is none is refused at that field', () => {
  expect(() => parseMapping({ ...mapping, dateFormat: 'dd/MM' })).toThrow('date_format_invalid');
  expect(() => parseMapping({ ...mapping, dateFormat: 'tomorrow' })).toThrow('date_format_invalid');
  expect(parseMapping({ ...mapping, dateFormat: 'd.M.yyyy' }).dateFormat).toBe('d.M.yyyy');
});
