import MailComposer from 'nodemailer/lib/mail-composer';
import { env } from '@/lib/env';

export interface Address {
  name: string | null;
  address: string;
}

/** A mail as it goes out. `messageId` is ours and the same at every attempt: it is what tells a mail from its repetition. */
export interface Message {
  messageId: string;
  to: Address;
  subject: string;
  html: string;
  text: string;
  date: Date;
  headers: Record<string, string>;
}

/** The message as MIME, with CRLF line ends. */
export async function mimeOf(message: Message): Promise<Buffer> {
  const composer = new MailComposer({
    from: env().MAIL_FROM,
    to: { name: message.to.name ?? '', address: message.to.address },
    messageId: message.messageId,
    date: message.date,
    subject: message.subject,
    html: message.html,
    text: message.text,
    headers: message.headers,
    textEncoding: 'base64',
  });
  return composer.compile().build();
}
