import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import pg from 'pg';
import { expect, test } from 'vitest';
import { outliveConnections } from './keep-alive';

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

/** A server that says in one breath that it is ready and that it goes away. */
const leaving = (socket: Socket) => {
  socket.on('error', () => {});
  socket.once('data', () =>
    socket.end(
      Buffer.concat([
        message('R', Buffer.from([0, 0, 0, 0])),
        message('Z', Buffer.from('I')),
        message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0')),
      ]),
    ),
  );
};

test('a connection that is lost in the moment it is handed out is an error of the query, not of the process', async () => {
  const server = createServer(leaving);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pool = new pg.Pool({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    user: 'x',
    database: 'x',
  });
  pool.on('error', () => {});
  outliveConnections(pool);
  const client = await pool.connect();
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  await pool.end();
  await new Promise((resolve) => server.close(resolve));
});
