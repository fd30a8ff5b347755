import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.env.E2E_DATA_DIR ?? '.data', 'mailbox');

/** Quoted-printable or base64 parts of a mail as text. */
function decoded(part: string): string {
  const [head = '', ...rest] = part.split(/\r?\n\r?\n/);
  const body = rest.join('\n\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return body;
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The mails to an address in the mailbox folder, each as its plain text and its HTML. */
export function mailsTo(address: string): { raw: string; text: string; html: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((raw) => raw.toLowerCase().includes(`to: ${address}`.toLowerCase()))
    .map((raw) => {
      const boundary = /boundary="?([^"\r\n;]+)/i.exec(raw)?.[1] ?? '\0';
      const parts = raw.split(`--${boundary}`);
      const part = (kind: string) => decoded((parts.find((one) => one.includes(`text/${kind}`)) ?? '').trimStart());
      return { raw, text: part('plain'), html: part('html') };
    });
}
