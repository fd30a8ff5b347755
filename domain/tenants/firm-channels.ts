import type { Work } from '../work';

export interface FirmChannel {
  /** The firm's own short name for it, as orders carry it. */
  id: string;
  name: string;
}

/** The channels on which the firm sells, by name: those that its feeds have named, and that the reader sees. */
export async function firmChannels(work: Work): Promise<FirmChannel[]> {
  work.require('tenant.read');
  return work.query<FirmChannel>(
    `select source_id as id, max(name) as name from app.channels
     where tenant_id = $1 and ($2::text[] is null or source_id = any($2)) group by source_id order by 2, 1`,
    [work.tenant.id, work.limits.channels],
  );
}
