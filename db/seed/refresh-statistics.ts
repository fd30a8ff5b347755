import pg from 'pg';
import { recordNamed } from '@/records/catalogue';

/** The records that a load of this target writes. */
const written = (target: string): string[] =>
  target === 'sales_lines' ? ['order', 'order_line', 'refund', 'customer_identity'] : [target];

/**
 * Has PostgreSQL look at the tables of a target now instead of when autovacuum comes by: a load that follows within seconds
 * would be planned as if they were empty. As the owner, who alone may.
 */
export async function refreshStatistics(ownerUrl: string, target: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const name of written(target)) await client.query(`analyze app.${recordNamed(name).table}`);
  } finally {
    await client.end();
  }
}
