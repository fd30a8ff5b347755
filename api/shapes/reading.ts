import { z } from 'zod';
import type { readKpi } from '@/domain/measurements/read-kpi';
import { findKpi } from '@/kpis/catalogue';
import type { KpiDeclaration } from '@/kpis/kpi';
import { moneyJson } from './money';
import { DayText, Instant, instantOrNull, Money, Title } from './scalar';

export const Window = z.enum(['28d', 'month', '365d']).meta({ id: 'Window' });
export const NullReason = z
  .enum([
    'feed_missing',
    'no_activity',
    'sample_too_small',
    'not_applicable',
    'unknown_attribute',
    'single_source',
    'limited',
  ])
  .meta({ id: 'NullReason' });
export const ReadingStatus = z
  .enum(['provisional', 'final', 'restated', 'stale', 'empty'])
  .meta({ id: 'ReadingStatus' });
const figure = z.number().nullable();
const counts = z.record(z.string(), z.int());

const Figure = z
  .strictObject({
    name: z.string(),
    key: z
      .string()
      .optional()
      .describe('Which, where there are several of one name: a node, a month (yyyy-mm), a process'),
    value: figure.describe('In `unit`; null of too few'),
    unit: z.enum(['%', 'ratio', 'points', 'hours', 'count']),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    sample: z.number().optional(),
    things: Title.optional().describe('What the sample counts'),
    provisional: z.boolean().optional().describe('Time has still to pass before it can be compared'),
  })
  .meta({ id: 'Figure' });

/** A KPI's value for one window ending on a day, with everything needed to trust it or not. */
export const Reading = z
  .strictObject({
    kpi: z.string().describe('Code'),
    id: z.string().describe('Slug'),
    mechanism: z.enum(['data-driven', 'collaboration', 'ecosystem']),
    window: Window,
    at: DayText,
    value: figure.describe('In `unit`; null when there is none, never 0 for “no data”'),
    reason: NullReason.nullable().describe('Why there is no value'),
    unit: z.enum(['%', 'ratio', 'points']),
    numerator: figure,
    denominator: figure,
    amounts: z
      .strictObject({ numerator: Money, denominator: Money })
      .nullable()
      .describe('Numerator and denominator of a share of revenue, which are then in minor units of this currency'),
    sample: figure.describe('Rows or customers that the value rests on'),
    interval: z.tuple([z.number(), z.number()]).nullable().describe('Wilson 95 %'),
    companions: z.record(z.string(), figure).describe('Figures that come with the formula'),
    figures: z
      .array(Figure)
      .describe('Figures beside the value, each with what it is made of; named like those on the KPI’s page'),
    excluded: counts.describe('Rows left out, by reason'),
    caveats: z.array(z.string()),
    status: ReadingStatus,
    asOf: Instant.nullable().describe('When it was computed'),
    watermark: Instant.nullable().describe('The latest instant of the data behind it'),
    score: figure.describe('0–100 by the anchors'),
    anchors: z
      .strictObject({
        floor: z.number(),
        pass: z.number(),
        target: z.number(),
        version: z.int().min(0).nullable().describe('Of the firm’s own; null: the default'),
        startsOn: DayText.nullable().describe('Since when the firm’s own are in force'),
      })
      .describe('In force on the day'),
    definition: z.int().describe('Version of the definition'),
    previous: z
      .strictObject({
        day: DayText,
        value: figure,
        begins: DayText.nullable().describe(
          'The first day with data, where the window of that day has too few days with data to be compared; value is then null',
        ),
      })
      .nullable()
      .describe('28 days earlier'),
    change: figure,
    by: z
      .strictObject({
        dim: z.string(),
        rows: z.array(
          z.strictObject({
            key: z.string(),
            value: figure,
            numerator: figure,
            denominator: figure,
            sample: figure,
            share: figure,
          }),
        ),
      })
      .optional(),
  })
  .meta({ id: 'Reading' });

/** Whether a KPI's numerator and denominator are amounts (minor units of the reporting currency) rather than counts. */
const isOfMoney = (k: KpiDeclaration | undefined): boolean =>
  Boolean(k?.evidence.some((column) => column.name === 'num' && column.kind === 'minor'));

export function readingJson(r: Awaited<ReturnType<typeof readKpi>>, currency: string): z.input<typeof Reading> {
  const amounts = isOfMoney(findKpi(r.kpi)) && r.numerator !== null && r.denominator !== null;
  return {
    kpi: r.kpi,
    id: r.id,
    mechanism: r.mechanism,
    window: r.window,
    at: r.at,
    value: r.value,
    reason: r.reason,
    unit: r.unit,
    numerator: r.numerator,
    denominator: r.denominator,
    amounts: amounts
      ? { numerator: moneyJson(r.numerator, currency), denominator: moneyJson(r.denominator, currency) }
      : null,
    sample: r.sample,
    interval: r.interval,
    companions: r.companions,
    figures: r.figures,
    excluded: r.excluded,
    caveats: r.caveats,
    status: r.status,
    asOf: instantOrNull(r.asOf),
    watermark: instantOrNull(r.watermark),
    score: r.score,
    anchors: {
      ...r.anchors.anchors,
      version: r.anchors.own && r.anchors.version,
      startsOn: r.anchors.own && r.anchors.startsOn,
    },
    definition: r.definition,
    previous: r.previous,
    change: r.change,
    ...(r.by ? { by: r.by } : {}),
  };
}
