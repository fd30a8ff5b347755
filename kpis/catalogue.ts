import { automationCoverage } from './collaboration/automation-coverage';
import { endToEndTracking } from './collaboration/end-to-end-tracking';
import { onTimeInFull } from './collaboration/on-time-in-full';
import { dataSiloIndex } from './data-driven/data-silo-index';
import { repeatPurchaseRate } from './data-driven/repeat-purchase-rate';
import { countryConcentration } from './ecosystem/country-concentration';
import { platformDependence } from './ecosystem/platform-dependence';
import type { KpiDeclaration } from './kpi';

/** Every KPI. To add one: write its file and list it here. */
export const kpis: readonly KpiDeclaration[] = [
  dataSiloIndex,
  repeatPurchaseRate,
  automationCoverage,
  endToEndTracking,
  onTimeInFull,
  platformDependence,
  countryConcentration,
];

const byName = new Map(kpis.flatMap((kpi) => [kpi.id, kpi.code.toLowerCase()].map((name) => [name, kpi] as const)));

/** The KPI of that slug or code (any case), or undefined. */
export const findKpi = (name: string): KpiDeclaration | undefined => byName.get(name.toLowerCase());
