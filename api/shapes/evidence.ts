import { z } from 'zod';
import type { readEvidence } from '@/domain/measurements/read-evidence';
import { cursorOf } from '../cursor';
import { moneyJson } from './money';
import { Cursor, Title } from './scalar';

const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ amount: z.string(), currency: z.string() }),
]);

export const Evidence = z
  .strictObject({
    columns: z.array(z.strictObject({ name: z.string(), title: Title, kind: z.string() })),
    data: z
      .array(z.record(z.string(), cell))
      .describe(
        'By column name, with what each row adds to numerator and denominator; `excluded` is the reason of a row left out',
      ),
    next: Cursor,
    totals: z.strictObject({
      numerator: z.number(),
      denominator: z.number(),
      rows: z.int(),
      excluded: z.record(z.string(), z.int()),
    }),
    reconciles: z.boolean().describe('Whether the totals give exactly the value that is shown'),
  })
  .meta({ id: 'Evidence' });

type Read = Awaited<ReturnType<typeof readEvidence>>;

export function evidenceJson(e: Read, currency: string): z.input<typeof Evidence> {
  const names = e.columns.map((c) => c.name);
  const money = new Set(e.columns.filter((c) => c.kind === 'minor').map((c) => c.name));
  const told = (name: string, value: unknown): z.input<typeof cell> => {
    if (value === null || value === undefined) return null;
    if (money.has(name)) return moneyJson(Number(value), currency);
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
  };
  return {
    columns: e.columns.map((c) => ({
      name: c.name,
      title: { ...c.title },
      kind: c.kind === 'minor' ? 'money' : c.kind,
    })),
    data: e.rows.map((row) => ({
      ...Object.fromEntries(
        ['day', 'record', 'feed_id', 'source_id', 'excluded', ...names].map((name) => [name, told(name, row[name])]),
      ),
      numerator: Number(row.num ?? 0),
      denominator: Number(row.den ?? 0),
    })),
    next: e.next && cursorOf([e.next]),
    totals: { ...e.totals },
    reconciles: e.reconciles,
  };
}
