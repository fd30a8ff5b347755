import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startOfDay } from '@/lib/day';
import type { FeedPlan, Row } from '../feed-plan';
import { encodeGb18030 } from './gb18030';
import { lateCarrier, lateSinceDays } from './parcels';
import { randomFor } from './random';
import { demoRatesFile } from './rates-file';
import { shopHeader } from './shop-file';
import { showcase } from './showcase';
import { silentDays } from './tickets';

const today = '2026-11-23';
const until = startOfDay(today, 'Asia/Shanghai').getTime();
const last = { on: '2026-04-13', rates: { USD: 1.1684, JPY: 186.75, GBP: 0.87058, CNY: 7.9827 } };
const plans = showcase(today, last);

const rowsOf = (record: string, from: readonly FeedPlan[] = plans): Row[] =>
  from.flatMap((p) => p.loads.flatMap((l) => (l.kind === 'records' && l.record === record ? l.rows : [])));
const files = plans.flatMap((p) => p.loads.flatMap((l) => (l.kind === 'file' ? [l] : [])));
const shopRows = (index: number): Record<string, string>[] => {
  const [, ...lines] = new TextDecoder('gb18030').decode(files.at(index)!.bytes).trim().split('\r\n');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [shopHeader[i]!, cell])));
};
const digest = (given: readonly FeedPlan[]) => {
  const hash = createHash('sha256');
  for (const load of given.flatMap((p) => p.loads))
    hash.update(load.kind === 'file' ? load.bytes : JSON.stringify(load.rows));
  return hash.digest('hex');
};
const ms = (row: Row, field: string) => Date.parse(String(row[field]));
const daysAgo = (row: Row, field: string) => (until - ms(row, field)) / 86_400_000;
const share = <T>(rows: readonly T[], is: (row: T) => boolean) => rows.filter(is).length / rows.length;

describe('showcase', () => {
  it('is the same for the same day, and another for another', () => {
    expect(digest(showcase(today, last))).toBe(digest(plans));
    expect(digest(showcase('2026-11-24', last))).not.toBe(digest(plans));
  });

  it('has the size of a small exporter over eighteen months', () => {
    const orders = rowsOf('order').length + new Set([...shopRows(-2), ...shopRows(-1)].map((r) => r.订单号)).size;
    expect(orders).toBeGreaterThan(17_000);
    expect(orders).toBeLessThan(25_000);
    const placed = rowsOf('order').map((r) => daysAgo(r, 'placed_at'));
    expect(Math.max(...placed)).toBeGreaterThan(540);
    expect(Math.min(...placed)).toBeLessThan(1);
  });

  it('sells on five channels of three owner groups and an own shop, in four currencies', () => {
    const channels = rowsOf('channel');
    expect(channels).toHaveLength(5);
    expect(new Set(channels.map((c) => c.owner_group).filter(Boolean))).toEqual(
      new Set(['Amazon', 'Alibaba', 'ByteDance']),
    );
    expect(channels.filter((c) => c.kind === 'independent_site')).toHaveLength(1);
    const currencies = new Set([...rowsOf('order').map((o) => o.currency), ...shopRows(-2).map((r) => r.币种)]);
    expect(currencies).toEqual(new Set(['USD', 'EUR', 'GBP', 'JPY']));
    expect(new Set(shopRows(-2).map((r) => r.收货国家)).size).toBe(7);
  });

  it('holds together: lines, refunds, parcels, scans and tickets lead somewhere', () => {
    const numbers = rowsOf('order').map((o) => o.number as string);
    const shop = new Set([...shopRows(-2), ...shopRows(-1)].map((r) => r.订单号!));
    const orders = new Set([...numbers, ...shop]);
    expect(orders.size).toBe(numbers.length + shop.size);
    const parcels = rowsOf('shipment');
    const tracked = new Set(parcels.map((s) => s.tracking_no));
    expect(tracked.size).toBe(parcels.length);
    const buyers = new Set(rowsOf('customer_identity').map((c) => c.source_id));
    expect(rowsOf('order_line').every((l) => orders.has(l.order_id as string))).toBe(true);
    expect(rowsOf('refund').every((r) => r.order_id === null || orders.has(r.order_id as string))).toBe(true);
    expect(parcels.every((s) => s.order_number === null || orders.has(s.order_number as string))).toBe(true);
    expect(rowsOf('tracking_event').every((e) => tracked.has(e.shipment_id!))).toBe(true);
    expect(rowsOf('order').every((o) => o.customer_id === null || buyers.has(o.customer_id!))).toBe(true);
    for (const record of ['order', 'order_line', 'refund', 'shipment', 'ticket', 'process_event', 'tracking_event'])
      for (const row of rowsOf(record))
        for (const [field, value] of Object.entries(row))
          if (
            field.endsWith('_at') &&
            value !== null &&
            !field.startsWith('promised') &&
            field !== 'ended_at' &&
            field !== 'paid_at'
          )
            if (ms(row, field) >= until) throw new Error(`${record}.${field} ${value} lies ahead`);
  });

  it('adds up: an order is the sum of its lines', () => {
    const sums = new Map<string, number>();
    for (const l of rowsOf('order_line'))
      sums.set(String(l.order_id), (sums.get(String(l.order_id)) ?? 0) + Number(l.amount));
    for (const o of rowsOf('order')) expect(sums.get(String(o.number))).toBeCloseTo(Number(o.gross), 2);
  });

  it('has a platform that is too large and grows', () => {
    const rates = { USD: 1, EUR: 1.17, GBP: 1.35, JPY: 1 / 150 };
    const revenue = (from: number, to: number) => {
      const sum = new Map<string, number>();
      for (const o of rowsOf('order')) {
        const ago = daysAgo(o, 'placed_at');
        if (ago < from || ago >= to || o.status === 'cancelled') continue;
        const key = String(o.channel).startsWith('amazon') ? 'Amazon' : String(o.channel);
        const net = Number(o.gross) - Number(o.discount) - Number(o.tax);
        sum.set(key, (sum.get(key) ?? 0) + net * rates[o.currency as keyof typeof rates]);
      }
      for (const r of [...shopRows(-2), ...shopRows(-1)]) {
        const ago = (until - Date.parse(`${r.下单时间!.replaceAll('/', '-').replace(' ', 'T')}+08:00`)) / 86_400_000;
        if (!(ago >= from && ago < to)) continue;
        const net = Number(r.数量) * Number(r.单价) - Number(r.折扣) - Number(r.税额);
        sum.set('shop', (sum.get('shop') ?? 0) + (net || 0) * (rates[r.币种 as keyof typeof rates] ?? 0));
      }
      return sum.get('Amazon')! / [...sum.values()].reduce((a, b) => a + b, 0);
    };
    expect(revenue(0, 365)).toBeGreaterThan(0.57);
    expect(revenue(0, 365)).toBeLessThan(0.67);
    expect(revenue(0, 120)).toBeGreaterThan(revenue(365, 548) + 0.03);
  });

  it('has a carrier that is late since six weeks', () => {
    const onTime = (from: number, to: number, carrier: (name: unknown) => boolean) =>
      share(
        rowsOf('shipment').filter((s) => {
          const ago = daysAgo(s, 'promised_deliver_at');
          return carrier(s.carrier) && ago >= from && ago < to;
        }),
        (s) => s.delivered_at !== null && ms(s, 'delivered_at') <= ms(s, 'promised_deliver_at'),
      );
    const late = (name: unknown) => name === lateCarrier;
    expect(onTime(lateSinceDays + 5, 365, late)).toBeGreaterThan(0.88);
    expect(onTime(0, lateSinceDays - 13, late)).toBeLessThan(0.6);
    expect(onTime(0, lateSinceDays, (name) => !late(name))).toBeGreaterThan(0.88);
  });

  it('has listings without a product, mostly on the social shop', () => {
    const untied = (channel: string) =>
      share(
        rowsOf('listing').filter((l) => l.channel === channel),
        (l) => l.product_sku === null,
      );
    expect(untied('tiktok-gb')).toBeGreaterThan(0.6);
    expect(untied('amazon-us')).toBeLessThan(0.05);
  });

  it('does its customs papers by hand while the rest gets better', () => {
    const automatic = (rows: Row[]) =>
      share(rows, (e) => ['system', 'rpa', 'ai_agent', 'partner_api'].includes(String(e.resource_kind)));
    const steps = rowsOf('process_event');
    const recent = steps.filter((e) => daysAgo(e, 'started_at') < 28);
    expect(new Set(steps.map((e) => e.process)).size).toBe(9);
    expect(automatic(recent.filter((e) => e.process === 'customs_docs'))).toBeLessThan(0.05);
    expect(automatic(recent)).toBeGreaterThan(automatic(steps.filter((e) => daysAgo(e, 'started_at') > 400)) + 0.1);
  });

  it('has a helpdesk that is silent, and only that', () => {
    const youngest = (record: string, field: string) => Math.min(...rowsOf(record).map((r) => daysAgo(r, field)));
    expect(youngest('ticket', 'opened_at')).toBeGreaterThan(silentDays);
    expect(youngest('tracking_event', 'occurred_at')).toBeLessThan(1);
    expect(youngest('process_event', 'started_at')).toBeLessThan(1);
  });

  it('has a last file with mistakes, none before, and days that both files hold', () => {
    const broken = (rows: Record<string, string>[]) =>
      rows.filter(
        (r) =>
          r.币种 === 'KWD' ||
          Number.isNaN(Number(r.数量)) ||
          Number.isNaN(Date.parse(r.下单时间!)) ||
          /亚特兰蒂斯|待确认/.test(r.收货国家!),
      );
    expect(broken(shopRows(-2))).toEqual([]);
    expect(broken(shopRows(-1))).toHaveLength(10);
    const both = new Set(shopRows(-2).map((r) => JSON.stringify(r)));
    expect(shopRows(-1).filter((r) => both.has(JSON.stringify(r))).length).toBeGreaterThan(20);
  });
});

describe('parts', () => {
  it('chance is repeatable and fair', () => {
    const a = randomFor('a');
    const b = randomFor('a');
    const drawn = Array.from({ length: 10_000 }, () => a.next());
    expect(drawn.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => b.next()));
    expect(drawn.reduce((x, y) => x + y, 0) / drawn.length).toBeCloseTo(0.5, 1);
    const normal = Array.from({ length: 10_000 }, () => a.normal(10, 2));
    const mean = normal.reduce((x, y) => x + y, 0) / normal.length;
    expect(mean).toBeCloseTo(10, 0);
    expect(Math.sqrt(normal.reduce((x, y) => x + (y - mean) ** 2, 0) / normal.length)).toBeCloseTo(2, 0);
    const picked = Array.from({ length: 10_000 }, () => a.weighted({ x: 3, y: 1 }));
    expect(share(picked, (k) => k === 'x')).toBeCloseTo(0.75, 1);
  });

  it('GB18030 reads back as written', () => {
    const text = '订单号,灯港独立站,￥12.50,待确认\r\n';
    expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
  });

  it('rates go on from the last published ones, on business days, newest first', () => {
    const [header, ...rows] = demoRatesFile(last, '2026-04-21').trim().split('\n');
    expect(header).toBe('Date,USD,JPY,GBP,CNY');
    expect(rows.map((r) => r.slice(0, 10))).toEqual([
      '2026-04-20',
      '2026-04-17',
      '2026-04-16',
      '2026-04-15',
      '2026-04-14',
    ]);
    for (const row of rows) expect(Number(row.split(',')[1]) / 1.1684).toBeCloseTo(1, 1);
  });
});
