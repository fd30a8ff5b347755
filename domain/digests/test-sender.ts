import { join } from 'node:path';
import { env } from '@/lib/env';
import type { Transport } from '../mail/handover';
import { mailboxFolder } from '../mail/mailbox-folder';
import { accessForJob } from '../tenants/ways-in';
import { sendDigest } from './send-digest';

// A sender in a process of its own that is killed at the worst moments. Arguments: tenant, delivery, moment, kind of transport.
const [tenantId, deliveryId, moment, kind] = process.argv.slice(2) as [string, string, 'before' | 'after', string];
const folder = mailboxFolder(join(env().FAIRWAY_DATA_DIR, 'mailbox'));
const die = () => process.kill(process.pid, 'SIGKILL');

const dying: Transport = {
  async send(message) {
    if (moment === 'before') die();
    await folder.send(message);
    die();
  },
  // A mail server tells nobody what it has taken.
  wasSent: kind === 'server' ? async () => null : folder.wasSent,
};

const access = await accessForJob(tenantId, 'digest.send');
await sendDigest(access!, deliveryId, dying);
