import { between, type Calendar, dayMs, hour } from './calendar';
import type { Parcel } from './parcels';
import { type Random, randomFor } from './random';
import type { Sale } from './sales';
import type { Ticket } from './tickets';

export type ResourceKind = 'human' | 'system' | 'rpa' | 'ai_agent' | 'partner_api' | 'unknown';
export type Process =
  | 'listing'
  | 'order_handling'
  | 'fulfilment'
  | 'customs_docs'
  | 'tracking'
  | 'support'
  | 'returns'
  | 'reconciliation'
  | 'tax_filing';

export interface WorkStep {
  id: string;
  caseKind: 'order' | 'shipment' | 'ticket' | 'other';
  caseId: string;
  process: Process;
  step: string;
  kind: ResourceKind;
  startedAt: number;
  endedAt: number;
}

/** A step, what does it when nobody has to, and how often that is so on the first and the last day. */
type Step = readonly [step: string, by: Exclude<ResourceKind, 'human' | 'unknown'>, first: number, last: number];

const steps: Record<Process, readonly Step[]> = {
  order_handling: [
    ['import order', 'system', 1, 1],
    ['check address', 'rpa', 0.35, 0.82],
    ['confirm payment', 'system', 0.85, 0.95],
  ],
  fulfilment: [
    ['make pick list', 'system', 0.45, 0.88],
    ['print label', 'rpa', 0.5, 0.92],
    ['hand over', 'partner_api', 0, 0.08],
  ],
  // The one that is still done by hand.
  customs_docs: [
    ['fill declaration', 'rpa', 0, 0.02],
    ['check documents', 'ai_agent', 0, 0],
    ['submit declaration', 'partner_api', 0, 0.03],
  ],
  tracking: [
    ['update status', 'partner_api', 0.75, 0.95],
    ['notify buyer', 'system', 0.6, 0.93],
  ],
  support: [
    ['classify ticket', 'ai_agent', 0.1, 0.7],
    ['answer', 'ai_agent', 0.04, 0.34],
    ['close ticket', 'system', 0.1, 0.35],
  ],
  returns: [
    ['approve return', 'system', 0, 0.18],
    ['issue refund', 'partner_api', 0.3, 0.55],
  ],
  reconciliation: [
    ['match payout', 'rpa', 0.2, 0.6],
    ['book differences', 'rpa', 0, 0.05],
  ],
  tax_filing: [
    ['collect figures', 'rpa', 0.2, 0.7],
    ['file return', 'partner_api', 0, 0],
  ],
  listing: [
    ['translate text', 'ai_agent', 0.15, 0.8],
    ['check pictures', 'ai_agent', 0, 0.1],
    ['publish listing', 'partner_api', 0.3, 0.75],
  ],
};

/** Only one warehouse keeps a log: so many of the orders are in it. */
const loggedShare = 0.2;

class Log {
  readonly entries: WorkStep[] = [];
  constructor(
    private readonly calendar: Calendar,
    private readonly random: Random,
  ) {}

  add(process: Process, caseKind: WorkStep['caseKind'], caseId: string, at: number): void {
    let startedAt = at;
    for (const [step, by, first, last] of steps[process]) {
      if (startedAt >= this.calendar.until) return;
      const progress = 1 - this.calendar.age(startedAt) / this.calendar.days.length;
      const kind: ResourceKind = this.random.chance(between(first, last, progress))
        ? by
        : this.random.chance(0.05)
          ? 'unknown'
          : 'human';
      const minutes = kind === 'human' || kind === 'unknown' ? this.random.int(4, 45) : 1;
      this.entries.push({
        id: `E${String(900_000 + this.entries.length)}`,
        caseKind,
        caseId,
        process,
        step,
        kind,
        startedAt,
        endedAt: startedAt + minutes * 60_000,
      });
      startedAt += minutes * 60_000 + this.random.int(6, 50) * 60_000;
    }
  }
}

/** Who or what did which step of the nine processes. */
export function makeWorkLog(
  calendar: Calendar,
  parcels: readonly Parcel[],
  tickets: readonly Ticket[],
  sales: readonly Sale[],
): WorkStep[] {
  const random = randomFor('work log');
  const log = new Log(calendar, random);
  for (const parcel of parcels) {
    if (!random.chance(loggedShare)) continue;
    const progress = 1 - calendar.age(parcel.shippedAt) / calendar.days.length;
    // The warehouse numbers its own jobs; since last year it also keeps the order's number, mostly.
    const known = random.chance(between(0.4, 0.66, progress));
    const job = `WJ-${parcel.id.slice(1)}`;
    const order = known ? parcel.sale.number : job;
    log.add('order_handling', 'order', order, parcel.sale.placedAt + 10 * 60_000);
    log.add('fulfilment', 'order', order, parcel.shippedAt - 4 * hour);
    if (parcel.stockPlace === 'home')
      log.add('customs_docs', 'shipment', known ? parcel.trackingNo : job, parcel.shippedAt - 2 * hour);
    log.add('tracking', 'shipment', known ? parcel.trackingNo : job, parcel.shippedAt + dayMs);
  }
  for (const ticket of tickets) if (random.chance(0.6)) log.add('support', 'ticket', ticket.id, ticket.openedAt);
  for (const sale of sales)
    if (sale.refund && random.chance(0.6)) log.add('returns', 'order', sale.number, sale.refund.at - 5 * hour);
  calendar.days.forEach((day, i) => {
    log.add('reconciliation', 'other', `PO-${day}`, calendar.startOf(i) + 10 * hour);
    if (day.endsWith('-15')) log.add('tax_filing', 'other', `TX-${day}`, calendar.startOf(i) + 11 * hour);
    if (i % 2 === 0) log.add('listing', 'other', `LI-${day}`, calendar.startOf(i) + 14 * hour);
  });
  return log.entries.sort((a, b) => a.startedAt - b.startedAt);
}
