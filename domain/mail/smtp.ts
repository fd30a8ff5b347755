import { Readable } from 'node:stream';
import addressparser from 'nodemailer/lib/addressparser';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { env } from '@/lib/env';
import { HandoverUnknown, NotHandedOver, type Transport } from './handover';
import { type Message, mimeOf } from './message';

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 15_000 };

type SmtpError = Error & { responseCode?: number };

/** A stream that notes when its first byte is taken: that is when the server has agreed to DATA. */
function watched(content: Buffer): { stream: Readable; begun: () => boolean } {
  let begun = false;
  const stream = new Readable({
    read() {
      begun = true;
      this.push(content);
      this.push(null);
    },
  });
  return { stream, begun: () => begun };
}

interface Credentials {
  user: string;
  pass: string;
}

async function handOver(connection: SMTPConnection, auth: Credentials | undefined, message: Message): Promise<void> {
  const { stream, begun } = watched(await mimeOf(message));
  const from = addressparser(env().MAIL_FROM, { flatten: true })[0]?.address ?? '';
  await new Promise<void>((resolve, reject) => {
    const fail = (error: SmtpError) => {
      const refused = error.responseCode !== undefined && error.responseCode >= 400;
      const text = error.message.slice(0, 300);
      if (begun() && !refused) reject(new HandoverUnknown(text));
      else reject(new NotHandedOver(text, refused && error.responseCode! >= 500));
    };
    const send = () =>
      connection.send({ from, to: [message.to.address] }, stream, (error) => (error ? fail(error) : resolve()));
    connection.once('error', fail);
    connection.once('end', () => fail(new Error('The mail server closed the connection.')));
    connection.connect((error) => {
      if (error) fail(error);
      else if (auth) connection.login(auth, (e) => (e ? fail(e) : send()));
      else send();
    });
  });
}

/**
 * A transport to a mail server, at most once: from the moment the server has agreed to take the message until its answer,
 * a broken line leaves it unknown whether the mail was taken, and then it is not sent again.
 * @param url smtp:// or smtps://, with user and password where the server asks for them
 */
export function smtp(url: string): Transport {
  const { auth, ...where } = parseConnectionUrl(url);
  return {
    async send(message) {
      const connection = new SMTPConnection({ ...where, ...patience });
      // Also after the promise is settled: a socket's late error must not end the process.
      connection.on('error', () => {});
      try {
        await handOver(connection, auth as Credentials | undefined, message);
      } finally {
        connection.close();
      }
    },
    wasSent: async () => null,
  };
}
