import { type Day, localDay } from '@/lib/day';
import type { Work } from '../work';

/** The tenant's calendar date at the instant of this unit of work. */
export const today = (work: Work): Day => localDay(work.now, work.tenant.zone);
