import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { mayCall, outbound } from './outbound';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const own = { allowPrivate: true } as const;

describe('addresses', () => {
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (address) =>
    expect([mayCall(address, false), mayCall(address, true)]).toEqual([true, true]),
  );
  it.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.1.1', '::1', 'fd00::1', '::ffff:10.0.0.1'])(
    '%s is private, open where that is allowed',
    (address) => expect([mayCall(address, false), mayCall(address, true)]).toEqual([false, true]),
  );
  it.each([
    '169.254.169.254',
    '0.0.0.0',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    'fe80::1',
    '::',
    '::ffff:169.254.169.254',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'nonsense',
  ])('%s is never called', (address) =>
    expect([mayCall(address, false), mayCall(address, true)]).toEqual([false, false]),
  );
});

describe('what is refused before anything is sent', () => {
  it.each([
    ['not an address', 'malformed'],
    ['https://user:password@example.com/', 'malformed'],
    ['http://example.com/', 'not_https'],
    ['ftp://example.com/', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['http://127.0.0.1/', 'not_https'],
    ['https://127.0.0.1/', 'private_address'],
    ['https://2130706433/', 'private_address'],
    ['https://0x7f.1/', 'private_address'],
    ['https://[::1]/', 'private_address'],
    ['https://[::ffff:7f00:1]/', 'private_address'],
    ['https://169.254.169.254/latest/meta-data/', 'private_address'],
    ['https://localhost/', 'private_address'],
  ])('%s: %s', async (url, reason) => {
    await expect(outbound(url, {}, { allowPrivate: false })).rejects.toMatchObject({ name: 'OutboundError', reason });
  });

  it('the metadata of clouds and plain http stay closed where private networks are open', async () => {
    await expect(outbound('https://169.254.169.254/', {}, own)).rejects.toMatchObject({ reason: 'private_address' });
    await expect(outbound('http://10.0.0.1/', {}, own)).rejects.toMatchObject({ reason: 'not_https' });
  });

  it('a name that leads to this machine', async () => {
    let called = 0;
    const url = new URL(await serve((_, answer) => answer.end(String(called++))));
    url.hostname = 'localhost';
    url.protocol = 'https:';
    await expect(outbound(url, {}, { allowPrivate: false })).rejects.toMatchObject({ reason: 'private_address' });
    expect(called).toBe(0);
  });
});

describe('answers', () => {
  it('are handed over with status, headers and unpacked body', async () => {
    const url = await serve((request, answer) => {
      answer.writeHead(201, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      answer.end(gzipSync(JSON.stringify({ method: request.method, asked: request.headers['x-asked'] })));
    });
    const answer = await outbound(url, { method: 'POST', headers: { 'x-asked': 'yes' }, body: 'a=1' }, own);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'application/json']);
    expect(await answer.json()).toEqual({ method: 'POST', asked: 'yes' });
  });

  it('end where they grow too large, also when they are packed small', async () => {
    const url = await serve((_, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip' });
      answer.end(gzipSync(Buffer.alloc(5_000_000)));
    });
    await expect(outbound(url, {}, own)).rejects.toMatchObject({ reason: 'too_large' });
    expect((await outbound(url, {}, { ...own, maxBytes: 6_000_000 })).status).toBe(200);
  });

  it('end where they take too long, before the first byte and after it', async () => {
    const silent = await serve(() => {});
    const slow = await serve((_, answer) => answer.write('so'));
    for (const url of [silent, slow])
      await expect(outbound(url, {}, { ...own, timeoutMs: 150 })).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('say who is not there', async () => {
    const url = await serve(() => {});
    const [server] = servers.splice(0);
    await new Promise((done) => server!.close(done));
    await expect(outbound(url, {}, own)).rejects.toMatchObject({ reason: 'unreachable', host: '127.0.0.1' });
    await expect(outbound('https://nobody.invalid/', {}, own)).rejects.toMatchObject({ reason: 'unknown_host' });
  });
});

describe('redirects', () => {
  it('are the answer unless they are to be followed', async () => {
    const there = await serve((_, answer) => answer.end('there'));
    const here = await serve((_, answer) => answer.writeHead(302, { location: there }).end());
    expect((await outbound(here, {}, own)).status).toBe(302);
    expect(await (await outbound(here, {}, { ...own, redirects: 1 })).text()).toBe('there');
  });

  it('lead to no address that could not have been called itself, and end', async () => {
    for (const location of ['https://169.254.169.254/', 'http://10.0.0.1/', 'file:///etc/passwd']) {
      const here = await serve((_, answer) => answer.writeHead(302, { location }).end());
      await expect(outbound(here, {}, { ...own, redirects: 3 })).rejects.toMatchObject({ name: 'OutboundError' });
    }
    let called = 0;
    const round = await serve((_, answer) => {
      called++;
      answer.writeHead(302, { location: '/' }).end();
    });
    expect((await outbound(round, {}, { ...own, redirects: 3 })).status).toBe(302);
    expect(called).toBe(4);
  });
});
