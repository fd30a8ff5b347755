import { notFound } from '../errors';
import type { Work } from '../work';

/** expired: the file is gone, the line stays. */
export type ExportStatus = 'queued' | 'running' | 'done' | 'failed' | 'expired';

export interface Export {
  id: string;
  status: ExportStatus;
  /** 0–1. */
  progress: number;
  /** Bytes; null until it is done. */
  size: number | null;
  sha256: string | null;
  /** Rows by file of the archive. */
  counts: Record<string, number>;
  /** Whose address asked for it. */
  requestedBy: string;
  createdAt: Date;
  finishedAt: Date | null;
  expiresAt: Date | null;
}

const columns = `id, status, progress, size, sha256, counts, requested_by as "requestedBy", created_at as "createdAt",
  finished_at as "finishedAt", expires_at as "expiresAt"`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The firm's exports, newest first. */
export async function listExports(work: Work): Promise<Export[]> {
  work.require('tenant.export');
  return work.query<Export>(
    `select ${columns} from app.exports where tenant_id = $1 order by created_at desc, id limit 50`,
    [work.tenant.id],
  );
}

/** One of the firm's exports. Refusals: forbidden, not_found. */
export async function getExport(work: Work, id: string): Promise<Export> {
  work.require('tenant.export');
  if (!uuid.test(id)) throw notFound('export');
  const [row] = await work.query<Export>(`select ${columns} from app.exports where tenant_id = $1 and id = $2`, [
    work.tenant.id,
    id,
  ]);
  if (!row) throw notFound('export');
  return row;
}

/** Exports that were asked for some while ago and are not done; asking for them again is safe at every point. */
export async function unfinishedExports(work: Work): Promise<string[]> {
  const rows = await work.query<{ id: string }>(
    `select id from app.exports where tenant_id = $1 and status in ('queued', 'running')
       and created_at < $2::timestamptz - interval '1 minute' order by created_at limit 20`,
    [work.tenant.id, work.now],
  );
  return rows.map((row) => row.id);
}
