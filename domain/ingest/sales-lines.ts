import { minorUnits } from '@/lib/values/currencies';
import { multiply, scaled } from '@/lib/values/decimal';
import { customerIdentity } from '@/records/customer-identity';
import { order } from '@/records/order';
import { orderLine } from '@/records/order-line';
import type { DeriveContext } from '@/records/record';
import { refund } from '@/records/refund';
import { assembleRecord, type Incoming, RowProblemError } from './assemble';
import { Ledger } from './ledger';
import type { Mapping } from './mapping';
import type { Values } from './read-row';

/**
 * Turns rows of a flat sales file into orders, lines, customer identities and refunds. Keeps what it has seen of the file:
 * a flat file has no line numbers, so a line's key is its content plus its ordinal among equal lines of its order, and an
 * order's fields are those of its first row. Rows must be fed in file order from the file's start, also after a restart.
 */
export class SalesLines {
  readonly #lines = new Ledger();
  readonly #orders = new Ledger();
  readonly #customers = new Ledger();
  readonly #fees: ReadonlySet<string>;
  /** What the header made last hung on. */
  #header = '';

  /** @param alreadyThere how many equal lines of the file are in already (a replay continues counting after them) */
  constructor(
    mapping: Mapping,
    readonly alreadyThere: (key: string) => number = () => 0,
  ) {
    this.#fees = new Set(mapping.nonProductSkus);
  }

  /** The part of a line's key that its content gives. */
  static content(values: Values): string {
    const sign = String(values.quantity).startsWith('-') ? 'R' : 'L';
    return [sign, values.order_number, values.sku, values.quantity, values.unit_price].join('|');
  }

  /** The records that one row makes. Throws RowProblemError before anything is counted. */
  add(values: Values, line: number, context: DeriveContext): Incoming[] {
    const fee = this.#fees.has(String(values.sku));
    const amount = lineAmount(String(values.quantity), String(values.unit_price), String(values.currency));
    const negative = String(values.quantity).startsWith('-');
    const content = SalesLines.content(values);
    const out: Incoming[] = negative
      ? [
          this.#refund(values, line, context, {
            content,
            amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`,
            fee,
          }),
        ]
      : [this.#line(values, line, context, { content, amount, fee })];
    const main = out[0]!;
    // A header fails by its rate alone, which hangs on currency and time: a line that repeats them brings nothing new.
    const headerOf = `${values.currency}|${values.placed_at}|${values.order_number}`;
    const header = negative || headerOf === this.#header ? null : this.#order(values, line, context);
    // Nothing failed: now the row counts.
    main.sourceId = `${content}|${this.#lines.add(content) + this.alreadyThere(content)}`;
    if (header) {
      this.#header = headerOf;
      if (this.#orders.add(String(values.order_number)) === 1) out.push(header);
    }
    if (values.customer_id != null && this.#customers.add(`${values.channel}|${values.customer_id}`) === 1) {
      out.push(
        assembleRecord(
          customerIdentity,
          {
            source_id: values.customer_id ?? null,
            login_id: values.customer_id ?? null,
            channel: values.channel ?? null,
            email: values.email ?? null,
          },
          line,
          context,
        ),
      );
    }
    return out;
  }

  #line(
    values: Values,
    line: number,
    context: DeriveContext,
    its: { content: string; amount: string; fee: boolean },
  ): Incoming {
    const { order_number, placed_at, channel, sku, title, quantity, unit_price, currency, discount, tax } = values;
    return assembleRecord(
      orderLine,
      {
        source_id: its.content,
        order_id: order_number ?? null,
        placed_at: placed_at ?? null,
        channel: channel ?? null,
        sku: sku ?? null,
        title: title ?? null,
        quantity: quantity ?? null,
        unit_price: unit_price ?? null,
        currency: currency ?? null,
        amount: its.amount,
        discount: discount ?? null,
        tax: tax ?? null,
        fee: its.fee,
      },
      line,
      context,
    );
  }

  #refund(
    values: Values,
    line: number,
    context: DeriveContext,
    its: { content: string; amount: string; fee: boolean },
  ): Incoming {
    const { order_number, placed_at, channel, country, customer_id, sku, title, quantity, currency } = values;
    return assembleRecord(
      refund,
      {
        source_id: its.content,
        order_id: order_number ?? null,
        refunded_at: placed_at ?? null,
        channel: channel ?? null,
        country: country ?? null,
        customer_id: customer_id ?? null,
        sku: sku ?? null,
        title: title ?? null,
        quantity: String(quantity).slice(1),
        currency: currency ?? null,
        amount: its.amount,
        fee: its.fee,
      },
      line,
      context,
    );
  }

  #order(values: Values, line: number, context: DeriveContext): Incoming {
    const { order_number, placed_at, channel, status, customer_id, country, region, currency } = values;
    const made = assembleRecord(
      order,
      {
        number: order_number ?? null,
        placed_at: placed_at ?? null,
        channel: channel ?? null,
        status: status ?? null,
        customer_id: customer_id ?? null,
        ship_country: country ?? null,
        ship_region: region ?? null,
        currency: currency ?? null,
        // Zero for now: the lines' sums are written when they are in (see totals.ts). This freezes the day's rate.
        gross: '0',
      },
      line,
      context,
    );
    for (const summed of ['gross_minor', 'net_reporting_minor']) delete made.row[summed];
    return made;
  }
}

/** Quantity × unit price, rounded half away from zero to the currency's minor units, as an exact decimal. */
function lineAmount(quantity: string, unitPrice: string, currency: string): string {
  const exact = multiply(quantity, unitPrice);
  const units = minorUnits(currency);
  const minor = scaled(exact, units);
  if (minor > 9_000_000_000_000_000n || minor < -9_000_000_000_000_000n) {
    throw new RowProblemError({ code: 'number_too_large', field: 'unit_price', value: exact });
  }
  return exact;
}
