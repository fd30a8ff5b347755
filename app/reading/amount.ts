import type { Reader } from '@/app/shell/reader';
import type { KpiDeclaration } from '@/kpis/kpi';

/** Writes a numerator or denominator: money in the reporting currency where the KPI sums money, else a count. */
export const amountOf =
  (kpi: KpiDeclaration, { f }: Reader, currency: string) =>
  (amount: number, exact = false): string => {
    if (kpi.measure.kind !== 'concentration') return f.number(amount);
    return exact ? f.money(amount, currency) : f.moneyShort(amount, currency);
  };
