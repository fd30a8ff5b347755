import { z } from 'zod';
import { failDelivery } from '@/domain/digests/fail-delivery';
import { sendDigest } from '@/domain/digests/send-digest';
import { withTenant } from '@/domain/work';
import { job } from '../job';

/** Composes one digest for its reader and hands it to the mail transport. */
export const digestSend = job({
  name: 'digest.send',
  queue: 'mail',
  payload: { deliveryId: z.guid() },
  alone: false,
  retry: { attempts: 6, backoffSeconds: 20 },
  run: async (access, { deliveryId }) => {
    await sendDigest(access, deliveryId);
  },
  failed: (access, { deliveryId }, error) => withTenant(access, (work) => failDelivery(work, deliveryId, error)),
});
