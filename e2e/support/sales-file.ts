const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

/** A sales file of 120 order lines by 40 customers over the last weeks; some go to "Eirinn", which no list knows. */
export function salesFile(): { content: string; lines: number; irish: number } {
  const countries = ['Germany', 'France', 'United States', 'Japan', 'Eirinn'];
  const rows = Array.from({ length: 120 }, (_, n) => {
    const country = n % 10 === 9 ? countries[4] : countries[n % 4];
    const price = (5 + (n % 7)).toFixed(2);
    return [
      `A${1000 + n}`,
      `${day(1 + (n % 40))} 10:${String(n % 60).padStart(2, '0')}`,
      `C${n % 40}`,
      country,
      `SKU-${n % 12}`,
      1 + (n % 3),
      price,
      'CNY',
    ];
  });
  const header = ['Order No', 'Order Date', 'Customer ID', 'Country', 'SKU', 'Quantity', 'Unit Price', 'Currency'];
  const content = [header, ...rows].map((row) => row.join(',')).join('\n');
  return { content, lines: rows.length, irish: rows.filter((row) => row[3] === 'Eirinn').length };
}

/** What its columns are. */
export const salesMapping = {
  target: 'sales_lines',
  columns: {
    order_number: 'Order No',
    placed_at: 'Order Date',
    customer_id: 'Customer ID',
    country: 'Country',
    sku: 'SKU',
    quantity: 'Quantity',
    unit_price: 'Unit Price',
    currency: 'Currency',
  },
  constants: { channel: 'own-shop' },
  timezone: 'Asia/Shanghai',
};
