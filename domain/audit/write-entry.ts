import type { Access } from '../tenants/access';

/** What was and what is, where something changed. */
export interface Change {
  before?: unknown;
  after?: unknown;
}

/**
 * Adds an entry to a firm's audit log, in the transaction of `query`, which is scoped to the firm.
 * @param who whose deed it is
 * @param fact in the past tense, see facts.ts
 */
export async function writeEntry(
  query: (text: string, params: unknown[]) => Promise<unknown>,
  who: Pick<Access, 'tenant' | 'actor' | 'acting'>,
  at: Date,
  fact: string,
  detail: Record<string, unknown> = {},
  change: Change = {},
): Promise<void> {
  const { tenant, actor, acting } = who;
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await query(
    `insert into app.audit_entries (tenant_id, actor, actor_name, acting_admin, address, fact, detail, before, after, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tenant.id,
      `${actor.kind}:${actor.id}`,
      actor.name ?? null,
      acting?.admin ?? null,
      actor.address ?? null,
      fact,
      JSON.stringify(detail),
      json(change.before),
      json(change.after),
      at,
    ],
  );
}
