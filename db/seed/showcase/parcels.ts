import { between, type Calendar, dayMs, hour } from './calendar';
import { type Random, randomFor } from './random';
import type { Sale } from './sales';

export const nodes = [
  'pickup',
  'export_customs',
  'departure',
  'arrival',
  'import_customs',
  'last_mile',
  'delivered',
] as const;
export type Node = (typeof nodes)[number];

export const carriers = ['Tidewater Post', 'Sampan Parcel', 'North Quay Express', 'Platform fulfilment'] as const;
export type Carrier = (typeof carriers)[number];

export interface Parcel {
  id: string;
  trackingNo: string;
  sale: Sale;
  /** The number by which the carrier knows the order; null where nobody told it. */
  orderNumber: string | null;
  carrier: Carrier;
  fromCountry: string;
  stockPlace: 'home' | 'platform';
  shippedAt: number;
  promisedAt: number;
  deliveredAt: number | null;
  scans: { node: Node | 'exception'; at: number; place: string }[];
}

/** Since then Sampan Parcel's hub is overloaded. */
export const lateCarrier: Carrier = 'Sampan Parcel';
export const lateSinceDays = 44;

const homeCarriers = { 'Tidewater Post': 0.42, 'Sampan Parcel': 0.33, 'North Quay Express': 0.25 } as const;
/** Days from dispatch to the promised day. */
const promiseDays = { home: 12, platform: 4 } as const;

function transitDays(carrier: Carrier, age: number, random: Random): number {
  if (carrier === 'Platform fulfilment') return Math.max(0.8, random.normal(2.9, 0.85));
  if (carrier === lateCarrier && age < lateSinceDays) return Math.max(6, random.normal(12.1, 2.3));
  return Math.max(4, random.normal(9.5, 1.75));
}

/** The scans of a parcel that ships from home, spread over its way; `seen` is how likely each node reports. */
function scansOf(parcel: Parcel, days: number, progress: number, random: Random): Parcel['scans'] {
  const whole = days * dayMs;
  const seen: Record<Node, number> = {
    pickup: 0.985,
    export_customs: between(0.8, 0.91, progress),
    departure: 0.985,
    arrival: 0.98,
    import_customs: between(0.66, 0.83, progress),
    last_mile: 0.975,
    delivered: 1,
  };
  const share: Record<Node, number> = {
    pickup: 0.03,
    export_customs: 0.14,
    departure: 0.2,
    arrival: 0.55,
    import_customs: 0.68,
    last_mile: 0.93,
    delivered: 1,
  };
  const abroad = parcel.stockPlace === 'platform';
  const scans: Parcel['scans'] = [];
  for (const node of nodes) {
    if (abroad && node !== 'last_mile' && node !== 'delivered') continue;
    if (!random.chance(seen[node])) continue;
    const at = parcel.shippedAt + whole * share[node] + (node === 'delivered' ? 0 : random.int(-40, 40) * 60_000);
    // Now and then a clearance is keyed in days late, after the parcel has gone on.
    const slip = node === 'import_customs' && random.chance(0.012) ? 3.5 * dayMs : 0;
    const home = node === 'pickup' || node === 'export_customs' || node === 'departure';
    scans.push({ node, at: at + slip, place: home ? 'Ningbo, CN' : parcel.sale.country });
  }
  return scans;
}

function parcelOf(sale: Sale, calendar: Calendar, n: number, random: Random): Parcel | null {
  const marketplace = sale.channel.feed === 'amazon';
  const platform = marketplace && random.chance(0.52);
  const carrier: Carrier = platform ? 'Platform fulfilment' : random.weighted(homeCarriers);
  const shippedAt = sale.placedAt + random.int(8, platform ? 20 : 40) * hour;
  if (shippedAt >= calendar.until) return null;
  const age = calendar.age(shippedAt);
  const progress = 1 - age / calendar.days.length;
  const days = transitDays(carrier, age, random);
  // Marketplaces that book the transport themselves hand over a number of their own.
  const unknown = sale.channel.feed === 'aliexpress' ? 0.62 : between(0.14, 0.09, progress);
  const deliveredAt = Math.round(shippedAt + days * dayMs);
  const place = platform ? 'platform' : 'home';
  const parcel: Parcel = {
    id: `P${String(500_000 + n)}`,
    trackingNo: `${{ 'Tidewater Post': 'TW', 'Sampan Parcel': 'SP', 'North Quay Express': 'NQ', 'Platform fulfilment': 'PF' }[carrier]}${String(730_000_000 + n * 17)}`,
    sale,
    orderNumber: random.chance(unknown) ? null : sale.number,
    carrier,
    fromCountry: platform ? (sale.channel.market ?? 'CN') : 'CN',
    stockPlace: place,
    shippedAt,
    promisedAt: shippedAt + promiseDays[place] * dayMs,
    deliveredAt: deliveredAt < calendar.until ? deliveredAt : null,
    scans: [],
  };
  // North Quay Express sends hardly any scans yet; the others send nearly all.
  const connected = carrier === 'North Quay Express' ? between(0.05, 0.45, progress) : between(0.88, 0.97, progress);
  if (random.chance(connected)) {
    parcel.scans = scansOf(parcel, days, progress, random).filter((s) => s.at < calendar.until);
    if (carrier === lateCarrier && age < lateSinceDays && random.chance(0.3)) {
      const at = shippedAt + dayMs * random.int(2, 5);
      if (at < calendar.until) parcel.scans.push({ node: 'exception', at, place: 'Hub, CN' });
    }
  }
  return parcel;
}

/** A parcel for every order that was sent. */
export function makeParcels(calendar: Calendar, sales: readonly Sale[]): Parcel[] {
  const random = randomFor('parcels');
  const parcels: Parcel[] = [];
  for (const sale of sales) {
    if (sale.cancelledBy || sale.test) continue;
    const parcel = parcelOf(sale, calendar, parcels.length, random);
    if (parcel) parcels.push(parcel);
  }
  return parcels;
}
