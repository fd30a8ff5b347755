import { Refusal } from '../errors';
import type { Work } from '../work';

export interface Answer {
  status: number;
  /** JSON, or nothing. */
  body?: unknown;
  /** What a repeat gets in place of the body, when something in it is shown once and must not be stored. */
  kept?: unknown;
}

/** How long an answer is kept for repeats, in hours. */
export const keptHours = 24;

/**
 * Does `act` once for a key: the same key with the same request gets the first answer again, with another request it is
 * refused (idempotency_key_reused). Key, deed and answer are one transaction: a repeat that arrives meanwhile waits for it, and a deed
 * that fails leaves no trace, so it may be tried again.
 * @param requestHash a hash of everything that makes the request what it is
 */
export async function answerOnce(
  work: Work,
  key: string,
  requestHash: string,
  act: () => Promise<Answer>,
): Promise<Answer & { repeated: boolean }> {
  const taken = await work.execute(
    `insert into app.idempotency_keys as k (tenant_id, key, request_hash, created_at) values ($1, $2, $3, $4)
     on conflict (tenant_id, key) do update
       set request_hash = excluded.request_hash, status = null, body = null, created_at = excluded.created_at
       where k.created_at < excluded.created_at - make_interval(hours => ${keptHours})`,
    [work.tenant.id, key, requestHash, work.now],
  );
  if (!taken) {
    const [first] = await work.query<{ request_hash: string; status: number; body: unknown }>(
      'select request_hash, status, body from app.idempotency_keys where tenant_id = $1 and key = $2',
      [work.tenant.id, key],
    );
    if (first?.request_hash !== requestHash) throw new Refusal('idempotency_key_reused', 422, {}, 'Idempotency-Key');
    return { status: first.status, body: first.body ?? undefined, repeated: true };
  }
  const { kept, ...answer } = await act();
  const stored = kept === undefined ? answer.body : kept;
  await work.execute('update app.idempotency_keys set status = $3, body = $4 where tenant_id = $1 and key = $2', [
    work.tenant.id,
    key,
    answer.status,
    stored === undefined ? null : JSON.stringify(stored),
  ]);
  return { ...answer, repeated: false };
}

/** Deletes answers that are no longer kept; answers how many. */
export const forgetAnswers = (work: Work): Promise<number> =>
  work.execute(
    'delete from app.idempotency_keys where tenant_id = $1 and created_at < $2::timestamptz - make_interval(hours => $3)',
    [work.tenant.id, work.now, keptHours],
  );
