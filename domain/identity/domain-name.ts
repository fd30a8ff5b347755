import { domainToASCII } from 'node:url';
import { Refusal } from '../errors';

/** Where everybody gets an address: nobody's own. */
const publicMail = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com mac.com aol.com gmx.com gmx.de
   gmx.net web.de proton.me protonmail.com mail.com yandex.com yandex.ru mail.ru zoho.com qq.com vip.qq.com foxmail.com 163.com
   vip.163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn 188.com aliyun.com tom.com 21cn.com naver.com
   hanmail.net daum.net`.split(/\s+/),
);

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * A mail domain as it is stored and compared: small letters, ASCII. What people paste (`@firm.com`, `https://firm.com/`) is
 * taken for what it means. Refusals at `domain`: `domain_malformed`, `domain_public` (a mail service for everybody).
 */
export function checkedDomain(typed: string): string {
  const bare = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/\/.*$/, '')
    .replace(/\.$/, '');
  const domain = bare.length <= 253 ? domainToASCII(bare) : '';
  const labels = domain.split('.');
  if (labels.length < 2 || !labels.every((one) => label.test(one)) || /^\d+$/.test(labels.at(-1)!))
    throw new Refusal('domain_malformed', 422, { value: typed.trim().slice(0, 80) }, 'domain');
  if (publicMail.has(domain)) throw new Refusal('domain_public', 422, { domain }, 'domain');
  return domain;
}

/** The domain of an address that is stored (trimmed, lower case). */
export const domainOfEmail = (email: string): string => domainToASCII(email.slice(email.lastIndexOf('@') + 1));
