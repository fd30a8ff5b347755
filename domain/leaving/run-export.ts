import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { exportReady } from '@/emails/letters/export-ready';
import { now } from '@/lib/clock';
import { lettersToOwners } from '../platform/letters-to-owners';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { exportsFolder } from './folders';
import { type Archive, writeArchive } from './write-archive';

/** Days for which an export can be downloaded. */
export const keptDays = 7;

export const exportPath = (tenantId: string, id: string): string => join(exportsFolder(tenantId), `${id}.zip`);

/**
 * Makes the copy that an export asks for. Cut short, it begins anew: the file appears whole or not at all, and the row says
 * `done` only when it is there. One that is done already is left alone.
 */
export async function runExport(access: Access, id: string): Promise<void> {
  const begun = await withTenant(access, (work) =>
    work.execute(
      `update app.exports set status = 'running', progress = 0, error = null
       where tenant_id = $1 and id = $2 and status in ('queued', 'running')`,
      [work.tenant.id, id],
    ),
  );
  if (!begun) return;
  const path = exportPath(access.tenant.id, id);
  await mkdir(exportsFolder(access.tenant.id), { recursive: true, mode: 0o700 });
  const archive = await writeArchive(access, `${path}.part`, progressOf(access, id));
  await sync(`${path}.part`);
  await rename(`${path}.part`, path);
  const done = await withTenant(access, (work) => finish(work, id, path, archive));
  if (done)
    await lettersToOwners(access.tenant, exportReady, (owner) => ({
      tenant: access.tenant.name,
      until: owner.instant(done),
      link: owner.link(`${access.tenant.slug}/settings/data`),
    }));
}

/** Notes how far it is, at most once a second: each is a transaction of its own beside the one that reads. */
function progressOf(access: Access, id: string): (share: number) => Promise<void> {
  let last = now().getTime();
  return async (share) => {
    const at = now().getTime();
    if (at - last < 1000) return;
    last = at;
    await withTenant(access, (work) =>
      work.execute("update app.exports set progress = $3 where tenant_id = $1 and id = $2 and status = 'running'", [
        work.tenant.id,
        id,
        Math.min(share, 0.99),
      ]),
    );
  };
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Answers until when it can be downloaded; null when another was quicker. */
async function finish(work: Work, id: string, path: string, { size, sha256, files }: Archive): Promise<Date | null> {
  const counts = Object.fromEntries(files.flatMap(({ file, rows }) => (rows === null ? [] : [[file, rows]])));
  const until = new Date(work.now.getTime() + keptDays * 86_400_000);
  const done = await work.execute(
    `update app.exports set status = 'done', progress = 1, path = $3, size = $4, sha256 = $5, counts = $6, finished_at = $7,
       expires_at = $8 where tenant_id = $1 and id = $2 and status = 'running'`,
    [work.tenant.id, id, path, size, sha256, JSON.stringify(counts), work.now, until],
  );
  if (!done) return null;
  await work.audit('tenant.exported', { export: id, files: files.length, bytes: size, sha256 });
  return until;
}

/** Gives an export up after its last attempt. */
export async function failExport(work: Work, id: string, error: Error): Promise<void> {
  const failed = await work.execute(
    `update app.exports set status = 'failed', error = $3, finished_at = $4
     where tenant_id = $1 and id = $2 and status in ('queued', 'running')`,
    [work.tenant.id, id, error.message.slice(0, 500), work.now],
  );
  if (failed) await work.audit('tenant.export_failed', { export: id });
}
