import { findKpi, kpis } from '@/kpis/catalogue';
import { type KpiDeclaration, type Mechanism, mechanisms } from '@/kpis/kpi';
import type { RecordDeclaration } from '@/records/record';
import type { Permission } from '../permissions';
import type { Limits } from '../tenants/access';
import type { Work } from '../work';

/** Whoever has limits: a unit of work, an access. */
type Limited = { readonly limits: Limits };

/** Whether somebody sees a part of the firm only. What cannot be told apart by mechanism or channel is then not shown. */
export const isLimited = ({ limits }: Limited): boolean => limits.channels !== null || limits.mechanisms !== null;

/** The mechanisms that somebody sees, in the order of the pages. */
export const mechanismsSeen = ({ limits }: Limited): readonly Mechanism[] =>
  limits.mechanisms === null ? mechanisms : mechanisms.filter((mechanism) => limits.mechanisms!.includes(mechanism));

const sees = ({ limits }: Limited, k: KpiDeclaration): boolean =>
  limits.mechanisms === null || limits.mechanisms.includes(k.mechanism);

/** The KPIs that are there for somebody, in the catalogue's order. */
export const kpisSeen = (limited: Limited): readonly KpiDeclaration[] =>
  limited.limits.mechanisms === null ? kpis : kpis.filter((k) => sees(limited, k));

/** The KPI of that slug or code, if it is there for somebody. */
export function findKpiSeen(limited: Limited, name: string): KpiDeclaration | undefined {
  const found = findKpi(name);
  return found && sees(limited, found) ? found : undefined;
}

/**
 * Whether somebody sees rows of a record at all: whoever is limited to mechanisms, those that their KPIs name. Which of the
 * rows, the record's declaration says (`channels`).
 */
export const seesRecord = (limited: Limited, { name }: RecordDeclaration): boolean =>
  limited.limits.mechanisms === null ||
  kpisSeen(limited).some((k) => k.follows.includes(name) || k.needs.includes(name));

/** What somebody with limits may change: remarks of their own, and the milestones of mechanisms that they see whole. */
export function isOpenWithin({ limits }: Limited, permission: Permission): boolean {
  if (permission.endsWith('.read') || permission === 'note.manage') return true;
  if (permission === 'milestone.manage') return limits.channels === null;
  return limits.channels === null && limits.mechanisms === null;
}

/** The same unit of work with what somebody else may see: a digest is composed as its reader would read it. */
export const limitedTo = (work: Work, limits: Limits): Work => ({ ...work, limits });
