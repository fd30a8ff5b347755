import type { Day } from '@/lib/day';
import type { FeedPlan, Load, Row } from '../feed-plan';
import { calendarTo } from './calendar';
import { encodeGb18030 } from './gb18030';
import { makeParcels } from './parcels';
import { makeListings, makeProducts } from './products';
import { demoRatesFile, type EuroRates } from './rates-file';
import { recordsOfSales } from './records-of-sales';
import { processEventRow, shipmentRow, ticketRow, trackingRows } from './records-of-work';
import { makeSales } from './sales';
import { makeShopFiles, shopMapping } from './shop-file';
import { makeTickets } from './tickets';
import { makeWorkLog } from './work-log';
import { channels } from './world';

const records = (record: string, rows: readonly Row[]): Load => ({ kind: 'records', record, rows });

/**
 * Everything the demo firm sends, feed by feed, in the order in which it is best taken in. The same day gives the same
 * bytes. `lastRates`: the last published euro rates; days after it get invented ones.
 */
export function showcase(today: Day, lastRates: { on: Day; rates: EuroRates }): FeedPlan[] {
  const calendar = calendarTo(today);
  const products = makeProducts(today);
  const sales = makeSales(calendar, products);
  const parcels = makeParcels(calendar, sales);
  const tickets = makeTickets(calendar, sales);
  const steps = makeWorkLog(calendar, parcels, tickets, sales);
  const orderFeed = (name: string, feed: 'amazon' | 'aliexpress' | 'tiktok'): FeedPlan => ({
    name,
    connector: 'records',
    loads: recordsOfSales(calendar, sales, feed).map((r) => records(r.record, r.rows)),
  });
  return [
    {
      name: '汇率 Exchange rates (demo)',
      connector: 'file',
      loads: [
        {
          kind: 'file',
          fileName: 'rates-demo.csv',
          bytes: Buffer.from(demoRatesFile(lastRates, today)),
          mapping: { target: 'fx_rate', columns: { on: 'Date' }, constants: { source: 'demo' } },
        },
      ],
    },
    {
      name: '商品主数据 Product master',
      connector: 'records',
      loads: [
        records(
          'channel',
          channels.map((c) => ({
            source_id: c.id,
            name: c.name,
            kind: c.kind,
            platform: c.platform,
            owner_group: c.ownerGroup,
            market_country: c.market,
            zone: c.zone,
          })),
        ),
        records(
          'product',
          products.map((p) => ({
            source_id: p.sku,
            title: p.title,
            brand: p.ownBrand ? 'Harbour Lamp' : 'Unbranded',
            own_brand: p.ownBrand,
            category: p.category,
            hs_code: p.hsCode,
            supplier: p.supplier,
            launched_on: p.launchedOn,
          })),
        ),
        records(
          'listing',
          makeListings(products).map((l) => ({
            channel: l.channel,
            channel_sku: l.channelSku,
            product_sku: l.productSku,
          })),
        ),
      ],
    },
    orderFeed('Amazon', 'amazon'),
    orderFeed('AliExpress', 'aliexpress'),
    orderFeed('TikTok Shop', 'tiktok'),
    {
      name: '独立站订单 Own shop',
      connector: 'file',
      loads: makeShopFiles(calendar, sales).map(({ name, text }) => ({
        kind: 'file',
        fileName: name,
        bytes: encodeGb18030(text),
        mapping: shopMapping,
      })),
    },
    {
      name: '承运商 Carriers',
      connector: 'records',
      loads: [records('shipment', parcels.map(shipmentRow)), records('tracking_event', parcels.flatMap(trackingRows))],
    },
    { name: '客服 Helpdesk', connector: 'records', loads: [records('ticket', tickets.map(ticketRow))] },
    {
      name: '流程日志 Process log',
      connector: 'records',
      loads: [records('process_event', steps.map(processEventRow))],
    },
  ];
}
