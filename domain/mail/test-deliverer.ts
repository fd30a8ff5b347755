import { join } from 'node:path';
import { env } from '@/lib/env';
import { deliverLetters } from './deliver-letters';
import type { Transport } from './handover';
import { mailboxFolder } from './mailbox-folder';

// A deliverer in a process of its own that is killed at the worst moments. Arguments: moment, kind of transport.
const [moment, kind] = process.argv.slice(2) as ['before' | 'after', string];
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

await deliverLetters(dying);
