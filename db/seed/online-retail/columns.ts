/** Which column of Online Retail's files is what; all of them are the sales of one British shop. */
export const retailColumns = {
  target: 'sales_lines',
  columns: {
    order_number: 'InvoiceNo',
    placed_at: 'InvoiceDate',
    customer_id: 'CustomerID',
    country: 'Country',
    sku: 'StockCode',
    title: 'Description',
    quantity: 'Quantity',
    unit_price: 'UnitPrice',
  },
  constants: { currency: 'GBP', channel: 'website' },
  timezone: 'Europe/London',
};
