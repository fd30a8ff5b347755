import { z } from 'zod';
import { findKpi } from '@/kpis/catalogue';

/** A KPI in an address: its slug or its code. */
export const KpiId = z
  .string()
  .max(80)
  .refine((name) => findKpi(name) !== undefined)
  .describe('Slug or code');
