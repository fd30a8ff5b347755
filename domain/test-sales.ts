/** A flat sales file and its mapping in which a word stands in everything that it brings; its second row is kept aside. */
export const markedSales = (mark: string) => ({
  file: `No,SKU,Qty,Date,Price,C\n${mark}1,${mark},1,2026-03-01 10:00:00,2,${mark}\n${mark}2,${mark},x,2026-03-01 10:00:00,2,9\n`,
  mapping: {
    target: 'sales_lines',
    columns: {
      order_number: 'No',
      sku: 'SKU',
      quantity: 'Qty',
      placed_at: 'Date',
      unit_price: 'Price',
      customer_id: 'C',
    },
    constants: { currency: 'EUR', channel: mark },
    timezone: 'UTC',
  },
});
