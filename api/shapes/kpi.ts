import { z } from 'zod';
import type { KpiDeclaration } from '@/kpis/kpi';
import { AnchorsShape } from './anchors';
import { Window } from './reading';
import { Title } from './scalar';

export const Kpi = z
  .strictObject({
    code: z.string(),
    id: z.string(),
    mechanism: z.enum(['data-driven', 'collaboration', 'ecosystem']),
    group: z.string(),
    title: Title,
    question: Title,
    formula: Title,
    formulaBeside: Title.nullable().describe('How the figures beside the value are counted, where that needs saying'),
    unit: z.enum(['%', 'ratio', 'points']),
    direction: z.enum(['higher', 'lower']),
    anchors: AnchorsShape.describe('Default; a firm may set its own where the basis is not S'),
    basis: z.enum(['S', 'V', 'P', 'M']).describe('Of the anchors. S: a source, V: a vendor, P: our default, M: memory'),
    benchmark: Title,
    window: Window.describe('The headline’s'),
    windows: z.array(Window),
    by: z.array(z.string()).describe('What the value can be broken down by'),
    latenessDays: z.int().describe('After so many days a measurement becomes final'),
    definition: z.int(),
  })
  .meta({ id: 'Kpi' });

export const kpiJson = (k: KpiDeclaration): z.input<typeof Kpi> => ({
  code: k.code,
  id: k.id,
  mechanism: k.mechanism,
  group: k.group,
  title: { ...k.title },
  question: { ...k.question },
  formula: { ...k.formula },
  formulaBeside: k.formulaBeside ? { ...k.formulaBeside } : null,
  unit: k.unit,
  direction: k.direction,
  anchors: { ...k.anchors },
  basis: k.basis,
  benchmark: { ...k.benchmark },
  window: k.windows[0]!,
  windows: [...k.windows],
  by: [...k.dims],
  latenessDays: k.latenessDays,
  definition: k.definition,
});
