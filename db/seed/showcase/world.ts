/** The invented firm: what it sells where. No real firm, no real person, no real carrier. */
export const firm = {
  name: '灯港演示企业 Harbour Lamp (demo)',
  slug: 'demo',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
} as const;

export type ChannelId = 'amazon-us' | 'amazon-de' | 'aliexpress' | 'tiktok-gb' | 'harbour-lamp-shop';
export type Currency = 'USD' | 'EUR' | 'GBP' | 'JPY';

export interface ChannelPlan {
  id: ChannelId;
  /** The feed that brings its orders. */
  feed: 'amazon' | 'aliexpress' | 'tiktok' | 'shop';
  name: string;
  kind: 'marketplace' | 'social' | 'independent_site';
  platform: string;
  /** None: nobody but the firm can switch it off. */
  ownerGroup: string | null;
  market: string | null;
  zone: string;
  countries: Readonly<Record<string, number>>;
  /** Share of the orders on the first and the last day. */
  share: readonly [number, number];
  /** Price level against the list price. */
  price: number;
}

/** Five channels: two of one owner group, two of others, and the firm's own shop. */
export const channels: readonly ChannelPlan[] = [
  {
    id: 'amazon-us',
    feed: 'amazon',
    name: 'Amazon US',
    kind: 'marketplace',
    platform: 'amazon',
    ownerGroup: 'Amazon',
    market: 'US',
    zone: 'America/New_York',
    countries: { US: 1 },
    share: [0.345, 0.335],
    price: 1.02,
  },
  {
    id: 'amazon-de',
    feed: 'amazon',
    name: 'Amazon DE',
    kind: 'marketplace',
    platform: 'amazon',
    ownerGroup: 'Amazon',
    market: 'DE',
    zone: 'Europe/Berlin',
    countries: { DE: 0.62, FR: 0.2, ES: 0.18 },
    share: [0.185, 0.295],
    price: 1.03,
  },
  {
    id: 'aliexpress',
    feed: 'aliexpress',
    name: 'AliExpress',
    kind: 'marketplace',
    platform: 'aliexpress',
    ownerGroup: 'Alibaba',
    market: null,
    zone: 'Asia/Shanghai',
    countries: { ES: 0.26, FR: 0.24, US: 0.2, DE: 0.1, GB: 0.1, AU: 0.1 },
    share: [0.18, 0.11],
    price: 0.82,
  },
  {
    id: 'tiktok-gb',
    feed: 'tiktok',
    name: 'TikTok Shop UK',
    kind: 'social',
    platform: 'tiktok_shop',
    ownerGroup: 'ByteDance',
    market: 'GB',
    zone: 'Europe/London',
    countries: { GB: 1 },
    share: [0.09, 0.11],
    price: 0.95,
  },
  {
    id: 'harbour-lamp-shop',
    feed: 'shop',
    name: '灯港独立站 Harbour Lamp Shop',
    kind: 'independent_site',
    platform: 'own',
    ownerGroup: null,
    market: null,
    zone: 'Asia/Shanghai',
    countries: { US: 0.24, JP: 0.22, GB: 0.14, DE: 0.14, CA: 0.1, AU: 0.1, FR: 0.06 },
    share: [0.21, 0.17],
    price: 1.08,
  },
];

const currencyOfCountry: Readonly<Record<string, Currency>> = { DE: 'EUR', FR: 'EUR', ES: 'EUR', GB: 'GBP', JP: 'JPY' };

/** What a buyer pays in: AliExpress bills in dollars everywhere, the others in the buyer's own money where the firm takes it. */
export const currencyOf = (channel: ChannelPlan, country: string): Currency =>
  channel.id === 'aliexpress' ? 'USD' : (currencyOfCountry[country] ?? 'USD');

/** Minor units of a currency for one US dollar of list price. */
export const priceLevel: Readonly<Record<Currency, number>> = { USD: 100, EUR: 93, GBP: 80, JPY: 150 };
const decimalsOf: Readonly<Record<Currency, number>> = { USD: 2, EUR: 2, GBP: 2, JPY: 0 };

/** Minor units as a decimal text, as records carry money. */
export const money = (minor: number, currency: Currency): string =>
  decimalsOf[currency] ? (minor / 10 ** decimalsOf[currency]).toFixed(decimalsOf[currency]) : String(minor);
