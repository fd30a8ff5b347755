import { z } from 'zod';
import type { Access } from '@/domain/tenants/access';
import type { Work } from '@/domain/work';
import type { Order, QueueName } from './queue';

interface Declaration<P extends z.ZodRawShape> {
  /** `noun.verb`, as the outbox names it. */
  name: string;
  queue: QueueName;
  /** Ids only; the tenant's is added. Whatever the job needs to know it reads itself, so a late delivery acts on the present. */
  payload: P;
  /** One at a time for each tenant, together with all other such jobs of its queue: no tenant takes all hands. */
  alone: boolean;
  /** Runs for a firm that is suspended too: what a firm may still do then. All other jobs wait until it is resumed. */
  whileHeld?: boolean;
  /** Waits for all jobs of the tenant that are `alone`, whatever their queue, and has them wait for it. */
  everywhere?: boolean;
  /** Leaves nothing of itself in the queue when it is done. */
  traceless?: boolean;
  /** How often it is tried, and the pause before the second attempt, which doubles from then on. */
  retry: { attempts: number; backoffSeconds: number };
  /** Must be harmless when it runs again or after it was cut short: deliveries may repeat. */
  run(access: Access, payload: z.output<z.ZodObject<P>>): Promise<void>;
  /** Called after the last failed attempt. */
  failed?(access: Access, payload: z.output<z.ZodObject<P>>, error: Error): Promise<void>;
  /** Takes back what `failed` noted, before an admin has the job tried again. */
  reopen?(work: Work, payload: z.output<z.ZodObject<P>>): Promise<void>;
}

export interface JobDefinition {
  readonly name: string;
  readonly queue: QueueName;
  readonly alone: boolean;
  readonly whileHeld: boolean;
  readonly everywhere: boolean;
  readonly payload: z.ZodType<{ tenantId: string }>;
  /** The order for one payload. Error: the payload does not fit. */
  order(payload: unknown): Order;
  run(access: Access, payload: unknown): Promise<void>;
  failed(access: Access, payload: unknown, error: Error): Promise<void>;
  reopen(work: Work, payload: unknown): Promise<void>;
}

/** Declares a job. Its body is a verb of the domain, called in two lines. */
export function job<P extends z.ZodRawShape>(declared: Declaration<P>): JobDefinition {
  const own = z.object(declared.payload);
  const payload = z.looseObject({ tenantId: z.guid() }).and(own) as unknown as z.ZodType<{ tenantId: string }>;
  return {
    name: declared.name,
    queue: declared.queue,
    alone: declared.alone,
    whileHeld: declared.whileHeld ?? false,
    everywhere: declared.everywhere ?? false,
    payload,
    order(given) {
      const { tenantId } = payload.parse(given);
      const ids = own.parse(given);
      return {
        queue: declared.queue,
        job: declared.name,
        payload: { ...ids, tenantId },
        identity: [declared.name, tenantId, ...Object.values(ids)].join('/'),
        attempts: declared.retry.attempts,
        backoffMs: declared.retry.backoffSeconds * 1000,
        traceless: declared.traceless ?? false,
      };
    },
    run: (access, given) => declared.run(access, own.parse(given)),
    failed: async (access, given, error) => declared.failed?.(access, own.parse(given), error),
    reopen: async (work, given) => declared.reopen?.(work, own.parse(given)),
  };
}
