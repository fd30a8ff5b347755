/** Reads the columns of `sales`. */
export const mapping = {
  target: 'sales_lines',
  columns: {
    order_number: 'No',
    sku: 'SKU',
    quantity: 'Qty',
    placed_at: 'Date',
    unit_price: 'Price',
    customer_id: 'Customer',
    country: 'Country',
  },
  constants: { currency: 'GBP', channel: 'website' },
  timezone: 'Europe/London',
};

/** A CSV file of `n` lines of sales. */
export const sales = (n = 3): string =>
  `No,SKU,Qty,Date,Price,Customer,Country\n${Array.from({ length: n }, (_, i) => `${i + 1},A${i},2,2026-03-02 10:00:00,3.50,${i},DE`).join('\n')}\n`;
