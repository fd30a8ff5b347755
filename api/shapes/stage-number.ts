import { z } from 'zod';
import type { Stage } from '@/roadmap/milestone';

/** A stage in an address. */
export const StageNumber = z.enum(['1', '2', '3']).describe('The stage at whose end the gate stands');

export const stageOf = (text: z.output<typeof StageNumber>): Stage => Number(text) as Stage;
