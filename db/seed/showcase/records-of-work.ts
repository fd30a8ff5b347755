import type { Row } from '../feed-plan';
import { iso } from './calendar';
import type { Parcel } from './parcels';
import type { Ticket } from './tickets';
import type { ResourceKind, WorkStep } from './work-log';

export const shipmentRow = (p: Parcel): Row => ({
  source_id: p.id,
  order_number: p.orderNumber,
  channel: p.sale.channel.id,
  carrier: p.carrier,
  service: p.stockPlace === 'home' ? 'air parcel' : 'local delivery',
  tracking_no: p.trackingNo,
  from_country: p.fromCountry,
  to_country: p.sale.country,
  stock_place: p.stockPlace,
  customs_mode: p.stockPlace === 'home' ? '9610' : null,
  shipped_at: iso(p.shippedAt),
  promised_deliver_at: iso(p.promisedAt),
  delivered_at: p.deliveredAt === null ? null : iso(p.deliveredAt),
  weight_grams: 300 + 250 * p.sale.lines.length,
});

const texts: Record<string, string> = {
  pickup: 'Picked up',
  export_customs: 'Cleared export customs',
  departure: 'Departed',
  arrival: 'Arrived in destination country',
  import_customs: 'Cleared import customs',
  last_mile: 'Out for delivery',
  delivered: 'Delivered',
  exception: 'Held at hub: volume above capacity',
};
// UPU EMSEVT codes.
const codes: Record<string, string> = {
  pickup: 'EMA',
  export_customs: 'EXC',
  departure: 'EMC',
  arrival: 'EMD',
  import_customs: 'EDC',
  last_mile: 'EDG',
  delivered: 'EMI',
  exception: 'HLD',
};

export const trackingRows = (p: Parcel): Row[] =>
  p.scans.map((scan) => ({
    shipment_id: p.trackingNo,
    node: scan.node,
    code: codes[scan.node]!,
    text: texts[scan.node]!,
    place: scan.place,
    occurred_at: iso(scan.at),
  }));

export const ticketRow = (t: Ticket): Row => ({
  source_id: t.id,
  channel: t.sale.channel.id,
  order_number: t.orderNumber,
  language: t.language,
  opened_at: iso(t.openedAt),
  first_response_at: t.firstResponseAt === null ? null : iso(t.firstResponseAt),
  resolved_at: t.resolvedAt === null ? null : iso(t.resolvedAt),
  handled_by: t.handledBy,
  reopened: t.reopened,
});

const resources: Record<ResourceKind, string | null> = {
  human: 'desk',
  system: 'order system',
  rpa: 'robot 3',
  ai_agent: 'assistant',
  partner_api: 'partner interface',
  unknown: null,
};
const departments: Record<WorkStep['process'], string> = {
  listing: 'Marketing',
  order_handling: 'Operations',
  fulfilment: 'Warehouse',
  customs_docs: 'Customs desk',
  tracking: 'Logistics',
  support: 'Service',
  returns: 'Service',
  reconciliation: 'Finance',
  tax_filing: 'Finance',
};

export const processEventRow = (e: WorkStep): Row => ({
  source_id: e.id,
  case_kind: e.caseKind,
  case_id: e.caseId,
  process: e.process,
  step: e.step,
  resource_kind: e.kind,
  resource: resources[e.kind],
  department: departments[e.process],
  system: e.process === 'customs_docs' ? 'spreadsheet' : 'warehouse system',
  started_at: iso(e.startedAt),
  ended_at: iso(e.endedAt),
});
