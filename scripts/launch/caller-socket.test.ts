import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** What a server in a process of its own finds in the headers of a request that claims to come from elsewhere. */
async function seen(appUrl: string): Promise<Record<string, string>> {
  const server = `
    import { createServer, get } from 'node:http';
    const server = createServer((request, response) => response.end(JSON.stringify(request.headers)));
    server.listen(0, '127.0.0.1', () => {
      const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'elsewhere.example' };
      get({ port: server.address().port, host: '127.0.0.1', headers }, (answer) => {
        answer.pipe(process.stdout);
        answer.on('end', () => server.close());
      });
    });`;
  const args = ['--import', './scripts/launch/caller-socket.mjs', '--input-type=module', '--eval', server];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: { ...process.env, APP_URL: appUrl } });
  return JSON.parse(stdout);
}

it('without a proxy the socket alone says where a request comes from', async () => {
  const headers = await seen('http://localhost:3000');
  expect(headers['x-forwarded-for']).toBe('127.0.0.1');
  expect(headers).not.toHaveProperty('x-forwarded-host');
});

it('behind a proxy, which a site with https has, the proxy says it', async () => {
  expect((await seen('https://fairway.example'))['x-forwarded-for']).toBe('203.0.113.9');
});
