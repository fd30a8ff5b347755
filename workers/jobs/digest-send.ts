import { z } from 'zod';
import { failDelivery } from '@/domain/digests/fail-delivery';
import { reopenDelivery } from '@/domain/digests/reopen-delivery';
import { sendDigest } from '@/domain/digests/send-digest';
import { withTenant } from '@/domain/work';
import { job } from '../job';

/** Composes one digest for its reader and hands it to the mail transport. */
export const digestSend = job({
  name: 'digest.send',
  queue: 'mail',
  payload: { deliveryId: z.guid() },
  alone: false,
  // A mail server may be away for hours: this goes on for nearly three.
  retry: { attempts: 10, backoffSeconds: 20 },
  run: async (access, { deliveryId }) => {
    await sendDigest(access, deliveryId);
  },
  failed: (access, { deliveryId }, error) => withTenant(access, (work) => failDelivery(work, deliveryId, error)),
  reopen: (work, { deliveryId }) => reopenDelivery(work, deliveryId),
});
