import { z } from 'zod';
import type { AnchorSet } from '@/domain/anchors/anchor-set';
import type { Anchors } from '@/kpis/kpi';
import { DayText, Instant, instantOrNull } from './scalar';

export const AnchorsShape = z
  .strictObject({ floor: z.number(), pass: z.number(), target: z.number() })
  .describe('In the KPI’s unit: what scores 0, 60 and 100')
  .meta({ id: 'Anchors' });

const anchorsJson = ({ floor, pass, target }: Anchors): Anchors => ({ floor, pass, target });

/** A version of a KPI's anchors. */
export const AnchorVersion = z
  .strictObject({
    version: z.int().min(0).describe('0: nobody has set any'),
    startsOn: DayText.nullable().describe('In force from this day on, by the firm’s zone'),
    setBy: z.string().nullable(),
    setAt: Instant.nullable(),
    reason: z.string().nullable(),
    own: AnchorsShape.nullable().describe('What the firm set; null: the KPI’s own hold'),
    anchors: AnchorsShape.describe('By which values are scored'),
  })
  .meta({ id: 'AnchorVersion' });

export const anchorVersionJson = (set: AnchorSet): z.input<typeof AnchorVersion> => ({
  version: set.version,
  startsOn: set.startsOn,
  setBy: set.setBy,
  setAt: instantOrNull(set.setAt),
  reason: set.reason,
  own: set.own && anchorsJson(set.own),
  anchors: anchorsJson(set.anchors),
});
