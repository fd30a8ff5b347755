import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tryLock } from '../../lib/lock-file.js';
import { OperatorError } from './operator-error.mjs';

/** @param {number} port @param {string} host @returns {Promise<string | null>} null when free, else the error's code */
function obstacle(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}

/** Whether the port is free, for this host and for all others. @param {number} port @param {string} host */
async function findObstacle(port, host) {
  return (await obstacle(port, host)) ?? (await obstacle(port, '0.0.0.0'));
}

const host = () => process.env.HOST || '127.0.0.1';

/** Fails with a sentence when a port was asked for and cannot be had. */
export async function checkPort() {
  const wanted = process.env.PORT;
  if (!wanted) return;
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new OperatorError(`PORT must be a whole number from 1 to 65535, not "${wanted}".`);
  }
  const code = await findObstacle(port, host());
  if (code === 'EADDRINUSE') {
    throw new OperatorError(
      `Port ${port} is taken by another program: stop that one, or set PORT to a free one, e.g. PORT=${port + 1} npm start.`,
    );
  }
  if (code)
    throw new OperatorError(`Port ${port} of ${host()} cannot be used (${code}): set PORT or HOST to another one.`);
}

/**
 * Whether no other Fairway that is just starting on this machine has picked the port; kept for the life of this process.
 * @param {number} port
 */
function reserve(port) {
  try {
    const taken = tryLock(join(tmpdir(), `fairway-port-${port}.lock`));
    if ('heldBy' in taken) return false;
    process.on('exit', () => taken.lock.release());
    return true;
  } catch {
    return false; // another user's
  }
}

/** Settles PORT: the one that was asked for, or the first free one from 3000. */
export async function choosePort() {
  if (process.env.PORT) return checkPort();
  for (let port = 3000; port < 3100; port++) {
    if ((await findObstacle(port, host())) || !reserve(port)) continue;
    process.env.PORT = String(port);
    return;
  }
  throw new OperatorError('Ports 3000 to 3099 are all taken: set PORT to a free one.');
}
