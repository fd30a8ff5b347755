import { dueDigests } from '@/domain/digests/due-digests';
import { unfinishedDeliveries } from '@/domain/digests/unfinished-deliveries';
import { unfinishedRuns } from '@/domain/ingest/unfinished-runs';
import { dueErasures } from '@/domain/leaving/erase-tenant';
import { unfinishedExports } from '@/domain/leaving/exports';
import { outdatedKpis } from '@/domain/measurements/definitions';
import { hasDirtyDays } from '@/domain/measurements/has-dirty-days';
import { keepSummary } from '@/domain/platform/summary';
import { settleVisits } from '@/domain/platform/visits';
import { isHeld } from '@/domain/tenants/access';
import { listTenants } from '@/domain/tenants/list-tenants';
import { accessForJob, erasureJob } from '@/domain/tenants/ways-in';
import { withTenant } from '@/domain/work';
import { now } from '@/lib/clock';
import { type Day, localDay } from '@/lib/day';
import { errorFields, log } from '@/lib/log';

/** Asks the queue for a job by name; asking again while it waits or runs is harmless. */
export type Ask = (job: string, payload: Record<string, unknown>) => Promise<void>;

/**
 * What a tenant's minute brings: digests that fall due, the day's closing after its midnight, and work that was lost on the
 * way (a queue that was emptied, an outbox row that went with a crashed Redis), asked for again from what the tables say.
 * A suspended tenant's minute brings nothing but its line at the platform's desk; what it missed comes after it is resumed.
 */
export async function tickTenant(tenantId: string, ask: Ask, closedOn: Map<string, Day>): Promise<void> {
  const access = await accessForJob(tenantId, 'tick');
  if (!access) return;
  await withTenant(access, keepSummary).catch((error) => log('error', 'tick.summary', errorFields(error)));
  // A firm that is suspended can still take its data along.
  for (const exportId of await withTenant(access, unfinishedExports))
    await ask('tenant.export', { tenantId, exportId });
  if (isHeld(access.tenant)) return;
  const lost = await withTenant(access, async (work) => {
    await dueDigests(work);
    return {
      runs: await unfinishedRuns(work),
      dirty: (await hasDirtyDays(work)) || (await outdatedKpis(work)).length > 0,
      deliveries: await unfinishedDeliveries(work),
    };
  });
  for (const runId of lost.runs) await ask('run.execute', { tenantId, runId });
  if (lost.dirty) await ask('measurements.refresh', { tenantId });
  for (const deliveryId of lost.deliveries) await ask('digest.send', { tenantId, deliveryId });
  const today = localDay(now(), access.tenant.zone);
  if (closedOn.get(tenantId) !== today) {
    await ask('measurements.close', { tenantId });
    await ask('tenant.tidy', { tenantId });
    closedOn.set(tenantId, today);
  }
}

/** A tick of every tenant; one tenant's trouble is not the next one's. */
export async function tickAll(ask: Ask, closedOn: Map<string, Day>): Promise<void> {
  await settleVisits().catch((error) => log('error', 'tick.visits', errorFields(error)));
  for (const tenantId of await dueErasures()) await ask(erasureJob, { tenantId });
  for (const { id } of await listTenants()) {
    try {
      await tickTenant(id, ask, closedOn);
    } catch (error) {
      log('error', 'tick.tenant', { tenant: id, ...errorFields(error) });
    }
  }
}
