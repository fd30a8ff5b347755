import { asKeeper } from '../as-keeper';
import { Refusal } from '../errors';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';

/** Days for which audit entries are kept at the least; the database holds to it whatever the setting says. */
export const shortestAuditDays = 90;
export const longestAuditDays = 3650;

/** For how many days the firm keeps its audit entries. */
export async function auditDays(work: Work): Promise<number> {
  work.require('audit.read');
  const [row] = await work.query<{ days: number }>('select audit_days as days from directory.tenants where id = $1', [
    work.tenant.id,
  ]);
  return row!.days;
}

/** Changes for how many days audit entries are kept. Refusal: audit_days_invalid. */
export async function setAuditDays(work: Work, days: number): Promise<void> {
  work.require('tenant.manage');
  if (!Number.isInteger(days) || days < shortestAuditDays || days > longestAuditDays)
    throw new Refusal('audit_days_invalid', 422, { least: shortestAuditDays, most: longestAuditDays }, 'days');
  const [row] = await work.query<{ days: number }>(
    'select audit_days as days from directory.tenants where id = $1 for update',
    [work.tenant.id],
  );
  if (row!.days === days) return;
  await work.execute('update directory.tenants set audit_days = $2 where id = $1', [work.tenant.id, days]);
  await work.audit('audit.retention_changed', {}, { before: { days: row!.days }, after: { days } });
}

/** Removes the audit entries that are past their time; answers how many, and says so in the log itself. */
export async function forgetEntries(access: Access): Promise<number> {
  const count = await asKeeper(access.tenant.id, 'forget_audit_entries');
  if (count) await withTenant(access, (work) => work.audit('audit.entries_forgotten', { count }));
  return count;
}
