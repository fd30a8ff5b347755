import { channel } from './channel';
import { customerIdentity } from './customer-identity';
import { fxRate } from './fx-rate';
import { listing } from './listing';
import { order } from './order';
import { orderLine } from './order-line';
import { processEvent } from './process-event';
import { product } from './product';
import type { RecordDeclaration } from './record';
import { refund } from './refund';
import { shipment } from './shipment';
import { ticket } from './ticket';
import { trackingEvent } from './tracking-event';

/** Every record. A record that is not listed here does not exist: tables, walls, forms and the API derive from this. */
export const records: readonly RecordDeclaration[] = [
  channel,
  product,
  listing,
  customerIdentity,
  order,
  orderLine,
  refund,
  shipment,
  trackingEvent,
  processEvent,
  ticket,
  fxRate,
];

/** The record of that name. Throws for a name that is not in the catalogue. */
export function recordNamed(name: string): RecordDeclaration {
  const found = records.find((r) => r.name === name);
  if (!found) throw new Error(`no record named ${name}`);
  return found;
}
