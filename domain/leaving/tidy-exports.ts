import { rm } from 'node:fs/promises';
import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { exportsFolder, filesIn } from './folders';

/**
 * Removes exports past their time, and files in their folder that no export speaks for (what a killed worker left). The row
 * says `expired` before the file goes: cut short, the next round finds the file without a row that keeps it.
 */
export async function tidyExports(access: Access): Promise<{ expired: number; files: number }> {
  const { expired, kept } = await withTenant(access, async (work) => {
    const over = await work.query<{ id: string }>(
      `update app.exports set status = 'expired', path = null
       where tenant_id = $1 and status = 'done' and expires_at <= $2 returning id`,
      [work.tenant.id, work.now],
    );
    for (const { id } of over) await work.audit('tenant.export_expired', { export: id });
    const rows = await work.query<{ id: string }>(
      "select id from app.exports where tenant_id = $1 and status in ('queued', 'running', 'done')",
      [work.tenant.id],
    );
    return { expired: over.length, kept: new Set(rows.map((row) => row.id)) };
  });
  let files = 0;
  for (const { name, path } of await filesIn(exportsFolder(access.tenant.id))) {
    if (kept.has(name.slice(0, 36))) continue;
    await rm(path, { force: true });
    files++;
  }
  return { expired, files };
}
