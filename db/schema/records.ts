import { date, numeric, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core';
import { channel } from '../../records/channel';
import { customerIdentity } from '../../records/customer-identity';
import { fxRate } from '../../records/fx-rate';
import { listing } from '../../records/listing';
import { order } from '../../records/order';
import { orderLine } from '../../records/order-line';
import { processEvent } from '../../records/process-event';
import { product } from '../../records/product';
import { refund } from '../../records/refund';
import { shipment } from '../../records/shipment';
import { tableOf } from '../../records/table';
import { ticket } from '../../records/ticket';
import { trackingEvent } from '../../records/tracking-event';

// drizzle-kit reads tables from named exports, so the catalogue is spelled out here; a test holds the two lists together.
export const channels = tableOf(channel);
export const products = tableOf(product);
export const listings = tableOf(listing);
export const customerIdentities = tableOf(customerIdentity);
export const orders = tableOf(order);
export const orderLines = tableOf(orderLine);
export const refunds = tableOf(refund);
export const shipments = tableOf(shipment);
export const trackingEvents = tableOf(trackingEvent);
export const processEvents = tableOf(processEvent);
export const tickets = tableOf(ticket);
export const fxRates = tableOf(fxRate);

export const referenceSchema = pgSchema('reference');

/** ECB euro reference rates, shared by all tenants: units of `currency` for one euro. Nobody's data, so no tenant. */
export const ecbRates = referenceSchema.table(
  'ecb_rates',
  { currency: text().notNull(), on: date().notNull(), rate: numeric().notNull() },
  (t) => [primaryKey({ name: 'ecb_rates_pkey', columns: [t.currency, t.on] })],
);
