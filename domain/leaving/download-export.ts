import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { notFound } from '../errors';
import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { getExport } from './exports';
import { exportPath } from './run-export';

/**
 * The file of an export that is done and not too old, for an owner; that it was taken stands in the log.
 * Refusals: forbidden, not_found.
 */
export async function downloadExport(access: Access, id: string): Promise<{ size: number; body: ReadStream }> {
  const found = await withTenant(
    access,
    async (work) => {
      const one = await getExport(work, id);
      const over = one.status !== 'done' || !one.expiresAt || one.expiresAt <= work.now;
      const file = over ? null : await stat(exportPath(work.tenant.id, one.id)).catch(() => null);
      if (!file) throw notFound('export');
      await work.audit('tenant.export_downloaded', { export: id });
      return { id: one.id, size: file.size };
    },
    { stillOpen: true },
  );
  return { size: found.size, body: createReadStream(exportPath(access.tenant.id, found.id)) };
}
