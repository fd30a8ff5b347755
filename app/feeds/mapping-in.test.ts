import { expect, it } from 'vitest';
import { mappingIn } from './mapping-in';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

it('reads columns, fixed values and special cases', () => {
  const mapping = mappingIn(
    form({
      target: 'sales_lines',
      targetWas: 'sales_lines',
      timezone: 'Europe/London',
      decimal: ',',
      dateFormat: '',
      'column.sku': 'StockCode',
      'column.channel': '',
      'constant.channel': 'shop',
      'constant.sku': 'is passed over, as there is a column',
      nonProductSkus: 'POST, DOT，M',
      countryNames: 'EIRE = ie\n\nChannel Islands=JE',
    }),
  );
  expect(mapping).toMatchObject({
    target: 'sales_lines',
    timezone: 'Europe/London',
    decimal: ',',
    dateFormat: undefined,
    columns: { sku: 'StockCode' },
    constants: { channel: 'shop' },
    nonProductSkus: ['POST', 'DOT', 'M'],
    countryNames: { EIRE: 'IE', 'Channel Islands': 'JE' },
  });
});

it('drops the columns when the target changes, so that they are suggested anew', () => {
  const mapping = mappingIn(form({ target: 'shipment', targetWas: 'sales_lines', 'column.sku': 'StockCode' }));
  expect(mapping.target).toBe('shipment');
  expect(mapping.columns).toBeUndefined();
});
