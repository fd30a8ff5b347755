import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Makes the extract from the day files of Online Retail: `npx tsx db/seed/online-retail/extract.ts <folder of day files>`.
 * The rule: all lines of every twelfth customer (customer number divisible by 12), and of orders without a customer those
 * whose invoice number's digits are divisible by 12. Whole orders, lines as they are, in their order; one file a quarter.
 */
export function belongs(invoice: string, customer: string): boolean {
  const number = customer ? Number(customer) : Number(invoice.replace(/\D/g, ''));
  return number % 12 === 0;
}

/** The first cells of a line; invoice and customer never hold a comma, descriptions may. */
function cellsOf(line: string): { invoice: string; customer: string } {
  const [, customer = ''] = /,([^,]*),(?:"[^"]*"|[^,]*)$/.exec(line) ?? [];
  return { invoice: line.slice(0, line.indexOf(',')), customer };
}

function extract(folder: string): void {
  const quarters = new Map<string, string[]>();
  let header = '';
  for (const file of readdirSync(folder).sort()) {
    const [first = '', ...lines] = readFileSync(join(folder, file), 'utf8').trimEnd().split(/\r?\n/);
    header = first;
    const [year, month] = file.split('-');
    const quarter = `${year}-q${Math.ceil(Number(month) / 3)}`;
    const kept = quarters.get(quarter) ?? [];
    for (const line of lines) {
      const { invoice, customer } = cellsOf(line);
      if (belongs(invoice, customer)) kept.push(line);
    }
    quarters.set(quarter, kept);
  }
  for (const [quarter, lines] of quarters)
    writeFileSync(
      join(import.meta.dirname, `${quarter}.csv.gz`),
      gzipSync(`${[header, ...lines].join('\n')}\n`, { level: 9 }),
    );
}

if (process.argv[1] === import.meta.filename && process.argv[2]) extract(process.argv[2]);
