import { between, type Calendar, dayMs, hour } from './calendar';
import { channelSku, type Product } from './products';
import { type Random, randomFor } from './random';
import { type ChannelPlan, type Currency, channels, currencyOf, priceLevel } from './world';

export interface Buyer {
  id: string;
  channel: ChannelPlan;
  country: string;
  region: string | null;
  firstSeenAt: number;
  lastOrderAt: number;
}

export interface SaleLine {
  sku: string;
  title: string;
  quantity: number;
  unitMinor: number;
}

/** An order before it becomes anybody's record. */
export interface Sale {
  number: string;
  channel: ChannelPlan;
  placedAt: number;
  buyer: Buyer | null;
  country: string;
  region: string | null;
  currency: Currency;
  lines: SaleLine[];
  discountMinor: number;
  taxMinor: number;
  cancelledBy: 'buyer' | 'seller' | null;
  test: boolean;
  refund: { at: number; share: number; reason: string; linked: boolean } | null;
}

export const grossMinor = (sale: Sale): number => sale.lines.reduce((sum, l) => sum + l.quantity * l.unitMinor, 0);

/** Orders of an ordinary day at the beginning and at the end. */
const volume = [24, 46] as const;
const season = [0.9, 0.82, 0.92, 0.94, 0.97, 0.95, 1, 0.98, 1.02, 1.12, 1.45, 1.3];
/** Two days of a summer sale on the marketplaces, about four months ago. */
export const saleDaysAgo = [131, 130] as const;

const regions = ['CA', 'NY', 'TX', 'FL', 'WA', 'IL'];
const taxRate: Readonly<Record<string, number>> = { DE: 0.19, FR: 0.2, ES: 0.21, GB: 0.2 };
const reasons = ['damaged', 'late', 'changed_mind', 'wrong_item', 'not_as_described'];

function ordersOn(calendar: Calendar, day: number, random: Random): number {
  const month = Number(calendar.days[day]!.slice(5, 7)) - 1;
  const usual = between(volume[0], volume[1], calendar.progress(day)) * season[month]!;
  const rush = saleDaysAgo.includes((calendar.days.length - day) as never) ? 1.9 : 1;
  return Math.max(8, Math.round(random.normal(usual * rush, usual * 0.11)));
}

function channelOn(progress: number, random: Random): ChannelPlan {
  const shares = Object.fromEntries(channels.map((c) => [c.id, between(c.share[0], c.share[1], progress)]));
  const id = random.weighted(shares);
  return channels.find((c) => c.id === id)!;
}

/** Buyers by channel; some come back, more so as time goes on. */
class Buyers {
  private readonly known = new Map<string, Buyer[]>();
  private made = 0;

  /** Null where the channel does not say who bought. */
  next(channel: ChannelPlan, at: number, progress: number, random: Random): Buyer | null {
    const loyal = channel.kind === 'independent_site' ? 0.07 : 0;
    const list = this.known.get(channel.id) ?? [];
    this.known.set(channel.id, list);
    if (list.length > 40 && random.chance(between(0.16, 0.3, progress) + loyal)) {
      const buyer = list[random.int(Math.max(0, list.length - 1800), list.length - 1)]!;
      if (at - buyer.lastOrderAt > 2 * dayMs) {
        buyer.lastOrderAt = at;
        return buyer;
      }
    }
    if (channel.id === 'aliexpress' && random.chance(0.25)) return null;
    const country = random.weighted(channel.countries);
    const region = country === 'US' ? random.pick(regions) : null;
    this.made += 1;
    const id = `${channel.id === 'harbour-lamp-shop' ? 'KH' : 'U'}${100_000 + this.made}`;
    const buyer = { id, channel, country, region, firstSeenAt: at, lastOrderAt: at };
    list.push(buyer);
    return buyer;
  }
}

const numberOf: Record<ChannelPlan['feed'], (n: number) => string> = {
  amazon: (n) => `112-${String(4_000_000 + n * 7).padStart(7, '0')}-${String(1_000_000 + n * 13)}`,
  aliexpress: (n) => `8018${String(10_000_000 + n)}`,
  tiktok: (n) => `5764${String(20_000_000 + n)}`,
  shop: (n) => `HLS${String(100_000 + n)}`,
};

function linesOf(channel: ChannelPlan, currency: Currency, products: readonly Product[], random: Random): SaleLine[] {
  const count = Number(random.weighted({ 1: 0.52, 2: 0.28, 3: 0.14, 4: 0.06 }));
  const chosen = new Set<Product>();
  // Products at the front of the list sell best.
  while (chosen.size < count) chosen.add(products[Math.floor(random.next() ** 1.7 * products.length)]!);
  return [...chosen].map((p) => {
    const minor = p.price * channel.price * priceLevel[currency];
    return {
      sku: channelSku(channel, p),
      title: p.title,
      quantity: Number(random.weighted({ 1: 0.82, 2: 0.13, 3: 0.05 })),
      unitMinor: currency === 'JPY' ? Math.round(minor / 10) * 10 : Math.round(minor),
    };
  });
}

/** All orders of the eighteen months, oldest first. */
export function makeSales(calendar: Calendar, products: readonly Product[]): Sale[] {
  const random = randomFor('sales');
  const buyers = new Buyers();
  const sales: Sale[] = [];
  calendar.days.forEach((day, i) => {
    const progress = calendar.progress(i);
    const onSale = products.filter((p) => p.launchedOn <= day);
    const times = Array.from({ length: ordersOn(calendar, i, random) }, () => random.next() * dayMs).sort(
      (a, b) => a - b,
    );
    for (const time of times) {
      const placedAt = Math.floor((calendar.startOf(i) + time) / 1000) * 1000;
      const channel = channelOn(progress, random);
      const buyer = buyers.next(channel, placedAt, progress, random);
      const country = buyer?.country ?? random.weighted(channel.countries);
      const currency = currencyOf(channel, country);
      const lines = linesOf(channel, currency, onSale, random);
      const gross = lines.reduce((sum, l) => sum + l.quantity * l.unitMinor, 0);
      const discountMinor = random.chance(0.18) ? Math.round(gross * 0.1) : 0;
      const rate = taxRate[country] ?? 0;
      const refundAt = placedAt + random.int(4, 40) * dayMs + random.int(0, 23) * hour;
      const refunded = random.chance(0.045) && refundAt < calendar.until;
      sales.push({
        number: numberOf[channel.feed](sales.length),
        channel,
        placedAt,
        buyer,
        country,
        region: buyer?.region ?? null,
        currency,
        lines,
        discountMinor,
        taxMinor: Math.round(((gross - discountMinor) * rate) / (1 + rate)),
        cancelledBy: random.chance(0.02) ? 'buyer' : random.chance(0.009) ? 'seller' : null,
        test: channel.feed === 'tiktok' && random.chance(0.006),
        refund: refunded
          ? {
              at: refundAt,
              share: random.chance(0.6) ? 1 : 0.5,
              reason: random.pick(reasons),
              // The social shop's payout report does not say which order a refund belongs to.
              linked: channel.feed !== 'tiktok' && random.chance(0.93),
            }
          : null,
      });
    }
  });
  return sales;
}
