import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { HandoverUnknown, NotHandedOver } from './handover';
import { mailboxFolder } from './mailbox-folder';
import type { Message } from './message';
import { smtp } from './smtp';

const message: Message = {
  messageId: '<digest.1234@mail.example>',
  to: { name: '李雷 "Li"', address: 'reader@example.com' },
  subject: 'Fairway 每日简报 · 晨帆贸易',
  html: '<p>三月 · 91.2%</p>',
  text: '三月 · 91.2%',
  date: new Date('2026-03-05T07:00:00Z'),
  headers: { 'List-Unsubscribe': `<http://localhost:3000/api/unsubscribe/${'x'.repeat(54)}>` },
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A real mail server on loopback that keeps what it is given, or answers with an error. */
async function mailServer(options: { refuseRecipient?: Error; refuseData?: Error; password?: string } = {}) {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: options.password === undefined,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) =>
      auth.password === options.password ? done(null, { user: 'fairway' }) : done(new Error('no')),
    onRcptTo: (_to, _session, done) => done(options.refuseRecipient),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (options.refuseData) return done(options.refuseData);
        received.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(() => resolve(undefined))));
  return { received, port: (server.server.address() as AddressInfo).port };
}

/** A server that follows the protocol up to a command and then hangs up. */
async function brokenServer(hangUpAfter: 'greeting' | 'content') {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {});
    socket.write('220 here\r\n');
    let content = false;
    let text = '';
    socket.on('data', (data) => {
      text = content ? text + data.toString() : data.toString();
      if (hangUpAfter === 'greeting') return socket.destroy();
      if (content) {
        if (text.endsWith('\r\n.\r\n')) socket.destroy();
        return;
      }
      if (text.startsWith('DATA')) {
        content = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 yes\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

const refusal = (code: number): Error => Object.assign(new Error('not like this'), { responseCode: code });

test('a mail server gets the mail with its headers and both parts', async () => {
  const { received, port } = await mailServer();
  await smtp(`smtp://127.0.0.1:${port}`).send(message);
  expect(received).toHaveLength(1);
  const [mime] = received;
  expect(mime).toContain('Message-ID: <digest.1234@mail.example>');
  expect(mime!.replace(/\r\n /g, '')).toContain(message.headers['List-Unsubscribe']);
  expect(mime).toContain('reader@example.com');
  for (const part of [message.text, message.html]) expect(mime).toContain(Buffer.from(part).toString('base64'));
});

test('the password of SMTP_URL is used; a wrong one hands nothing over', async () => {
  const { received, port } = await mailServer({ password: 'a b@c' });
  await smtp(`smtp://fairway:${encodeURIComponent('a b@c')}@127.0.0.1:${port}`).send(message);
  expect(received).toHaveLength(1);
  await expect(smtp(`smtp://fairway:guess@127.0.0.1:${port}`).send(message)).rejects.toBeInstanceOf(NotHandedOver);
  expect(received).toHaveLength(1);
});

test.each([
  ['a recipient for now', { refuseRecipient: refusal(450) }, false],
  ['a recipient for good', { refuseRecipient: refusal(550) }, true],
  ['the content for now', { refuseData: refusal(452) }, false],
  ['the content for good', { refuseData: refusal(554) }, true],
])('a server that refuses %s has not taken the mail', async (_what, options, permanent) => {
  const { received, port } = await mailServer(options);
  const error = await smtp(`smtp://127.0.0.1:${port}`)
    .send(message)
    .then(
      () => null,
      (e) => e,
    );
  expect(error).toBeInstanceOf(NotHandedOver);
  expect(error).toMatchObject({ permanent });
  expect(received).toEqual([]);
});

test('a server that is not there, or hangs up before the content, has not taken the mail', async () => {
  await expect(smtp('smtp://127.0.0.1:1').send(message)).rejects.toMatchObject({
    name: 'NotHandedOver',
    permanent: false,
  });
  const port = await brokenServer('greeting');
  await expect(smtp(`smtp://127.0.0.1:${port}`).send(message)).rejects.toBeInstanceOf(NotHandedOver);
});

test('a server that hangs up after the content may have taken the mail: nobody knows', async () => {
  const port = await brokenServer('content');
  const transport = smtp(`smtp://127.0.0.1:${port}`);
  await expect(transport.send(message)).rejects.toBeInstanceOf(HandoverUnknown);
  expect(await transport.wasSent(message.messageId)).toBeNull();
});

test('the mailbox folder holds a mail once, whole, and knows it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-mailbox-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  const box = mailboxFolder(join(folder, 'mailbox'));
  expect(await box.wasSent(message.messageId)).toBe(false);
  await Promise.all([box.send(message), box.send(message)]);
  await box.send({ ...message, text: 'a second one' });
  expect(await box.wasSent(message.messageId)).toBe(true);
  expect(readdirSync(join(folder, 'mailbox'))).toEqual(['digest.1234@mail.example.eml']);
  const mime = readFileSync(join(folder, 'mailbox', 'digest.1234@mail.example.eml'), 'utf8');
  expect(mime).toContain('\r\n\r\n');
  expect(mime).toContain(Buffer.from(message.text).toString('base64'));
});

test('an id cannot lead out of the folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-mailbox-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  await mailboxFolder(folder).send({ ...message, messageId: '<../../elsewhere@mail.example>' });
  expect(readdirSync(folder)).toEqual(['....elsewhere@mail.example.eml']);
});
