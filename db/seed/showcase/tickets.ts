import { between, type Calendar, dayMs, hour } from './calendar';
import { randomFor } from './random';
import type { Sale } from './sales';

export interface Ticket {
  id: string;
  sale: Sale;
  orderNumber: string | null;
  language: string;
  openedAt: number;
  firstResponseAt: number | null;
  resolvedAt: number | null;
  handledBy: 'bot' | 'human' | 'both';
  reopened: boolean;
}

/** The helpdesk's feed has been silent for so long. */
export const silentDays = 3;

const languages: Readonly<Record<string, string>> = { DE: 'de', FR: 'fr', ES: 'es', JP: 'ja' };

/** Questions and complaints, for about one order in fifteen. */
export function makeTickets(calendar: Calendar, sales: readonly Sale[]): Ticket[] {
  const random = randomFor('tickets');
  const until = calendar.until - silentDays * dayMs;
  const tickets: Ticket[] = [];
  for (const sale of sales) {
    if (!random.chance(0.065)) continue;
    const openedAt = sale.placedAt + random.int(2, 14 * 24) * hour;
    const answered = openedAt + random.int(5, 900) * 60_000;
    const resolved = answered + random.int(1, 70) * hour;
    const progress = 1 - calendar.age(openedAt) / calendar.days.length;
    if (openedAt >= until) continue;
    // Many tickets come by mail without an order number, or with one that was typed by hand.
    const known = random.weighted({
      number: between(0.38, 0.6, progress),
      typed: 0.14,
      none: between(0.44, 0.2, progress),
    });
    tickets.push({
      id: `T-${String(20_000 + tickets.length)}`,
      sale,
      orderNumber: known === 'number' ? sale.number : known === 'typed' ? sale.number.slice(0, -1) : null,
      language: languages[sale.country] ?? 'en',
      openedAt,
      firstResponseAt: answered < until ? answered : null,
      resolvedAt: resolved < until ? resolved : null,
      handledBy: random.weighted({ bot: between(0.08, 0.34, progress), human: 0.5, both: 0.16 }),
      reopened: random.chance(0.05),
    });
  }
  return tickets;
}
