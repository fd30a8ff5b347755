import type pg from 'pg';

/**
 * Keeps a lost connection from ending the process. Whoever takes a client from a pool listens for its errors, but a
 * connection can be lost in the very moment before that, when nobody does: an error without a listener is thrown.
 */
export function outliveConnections(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    client.on('error', () => {});
  });
}
