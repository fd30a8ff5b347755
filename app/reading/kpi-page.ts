import type { Search } from '@/app/shell/page-props';
import type { Reader } from '@/app/shell/reader';
import type { KpiDeclaration } from '@/kpis/kpi';
import type { Asked } from './asked';

/** What every part of a KPI's page is given. */
export interface KpiPage {
  kpi: KpiDeclaration;
  asked: Asked;
  search: Search;
  /** The page's own address without its parameters. */
  path: string;
  /** The tenant's start page. */
  base: string;
  reader: Reader;
  /** ISO 4217, the tenant's reporting currency. */
  currency: string;
  /** The channels that the reader is limited to; null: none. */
  only: readonly string[] | null;
}
