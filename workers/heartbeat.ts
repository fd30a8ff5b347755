import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';

/** Says that this kind of process lives; /api/ready reads it. */
export async function beat(process: string): Promise<void> {
  await directoryQuery(
    `insert into directory.heartbeats (process, at) values ($1, $2)
     on conflict (process) do update set at = greatest(heartbeats.at, excluded.at)`,
    [process, now()],
  );
}
