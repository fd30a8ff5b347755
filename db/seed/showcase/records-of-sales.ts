import type { Row } from '../feed-plan';
import { type Calendar, iso } from './calendar';
import { type Buyer, grossMinor, type Sale } from './sales';
import { type ChannelPlan, money } from './world';

function orderRow(sale: Sale, calendar: Calendar): Row {
  const { currency } = sale;
  const gross = grossMinor(sale);
  const age = calendar.age(sale.placedAt);
  return {
    number: sale.number,
    channel: sale.channel.id,
    status: sale.cancelledBy ? 'cancelled' : age > 14 ? 'delivered' : age > 2 ? 'shipped' : 'paid',
    cancelled_by: sale.cancelledBy,
    placed_at: iso(sale.placedAt),
    paid_at: iso(sale.placedAt + 60_000),
    promised_ship_at: iso(sale.placedAt + 2 * 86_400_000),
    customer_id: sale.buyer?.id ?? null,
    ship_country: sale.country,
    ship_region: sale.region,
    test: sale.test,
    touch: 'platform',
    currency,
    gross: money(gross, currency),
    discount: money(sale.discountMinor, currency),
    tax: money(sale.taxMinor, currency),
    total: money(gross - sale.discountMinor, currency),
  };
}

const lineRows = (sale: Sale): Row[] =>
  sale.lines.map((line, i) => ({
    order_id: sale.number,
    line_no: i + 1,
    placed_at: iso(sale.placedAt),
    channel: sale.channel.id,
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    unit_price: money(line.unitMinor, sale.currency),
    currency: sale.currency,
    amount: money(line.quantity * line.unitMinor, sale.currency),
  }));

function refundRow(sale: Sale): Row {
  const { refund, currency } = sale;
  const net = grossMinor(sale) - sale.discountMinor - sale.taxMinor;
  return {
    source_id: `R-${sale.number}`,
    order_id: refund!.linked ? sale.number : null,
    refunded_at: iso(refund!.at),
    channel: sale.channel.id,
    country: sale.country,
    customer_id: sale.buyer?.id ?? null,
    currency,
    amount: money(Math.round(net * refund!.share), currency),
    reason: refund!.reason,
  };
}

/** Amazon shows a relay address, the social shop a phone number, AliExpress a login alone. */
function identityRow(buyer: Buyer): Row {
  const { channel } = buyer;
  const relay = channel.feed === 'amazon';
  return {
    source_id: buyer.id,
    login_id: buyer.id,
    channel: channel.id,
    email: relay ? `${buyer.id.toLowerCase()}@relay.marketplace.example` : null,
    phone: channel.feed === 'tiktok' ? `+999 77 ${buyer.id.slice(-6)}` : null,
    relay,
    country: buyer.country,
    first_seen_at: iso(buyer.firstSeenAt),
  };
}

/** The records of one feed's orders, in the order in which they are best sent: identities before the orders that name them. */
export function recordsOfSales(calendar: Calendar, all: readonly Sale[], feed: ChannelPlan['feed']) {
  const sales = all.filter((s) => s.channel.feed === feed);
  const buyers = new Set(sales.flatMap((s) => (s.buyer ? [s.buyer] : [])));
  return [
    { record: 'customer_identity', rows: [...buyers].map(identityRow) },
    { record: 'order', rows: sales.map((s) => orderRow(s, calendar)) },
    { record: 'order_line', rows: sales.flatMap(lineRows) },
    { record: 'refund', rows: sales.filter((s) => s.refund).map(refundRow) },
  ];
}
