import { letter } from './letter';

/** To a mailbox that only who runs a mail domain reads: whether the firm may decide how its addresses sign in. */
export const proveDomain = letter<{ tenant: string; asker: string; domain: string; link: string; hours: number }>({
  name: 'prove-domain',
  sample: {
    tenant: 'Morning Sail Trading',
    asker: 'owner@example.com',
    domain: 'example.com',
    link: 'https://fairway.example/sign-in/domain/token',
    hours: 24,
  },
  en: ({ tenant, asker, domain, link, hours }) => ({
    subject: `Does ${domain} belong to ${tenant}?`,
    title: `Confirm that ${domain} is yours`,
    text: [
      `${asker} says on Fairway that the mail domain ${domain} belongs to ${tenant}. Once that is confirmed, ${tenant} may decide how people with addresses of ${domain} sign in.`,
    ],
    button: { text: 'If that is right, open the page and confirm it there.', label: 'Open the page', href: link },
    notes: [
      `The link holds for ${hours} hours and works once.`,
      'If it is not right, do nothing: without your confirmation nothing changes.',
    ],
    why: `You get this because this mailbox is known to be read by who runs ${domain}.`,
  }),
  zh: ({ tenant, asker, domain, link, hours }) => ({
    subject: `${domain} 是否属于 ${tenant}？`,
    title: `请确认 ${domain} 是贵方的域名`,
    text: [
      `${asker} 在 Fairway 中声明邮箱域名 ${domain} 属于 ${tenant}。确认之后，${tenant} 可以决定 ${domain} 邮箱用户的登录方式。`,
    ],
    button: { text: '如果属实，请打开页面进行确认。', label: '打开确认页面', href: link },
    notes: [`链接 ${hours} 小时内有效，只能使用一次。`, '如果不属实，无需任何操作：未经您确认，不会有任何变更。'],
    why: `您收到此邮件，是因为此邮箱通常由 ${domain} 的管理者使用。`,
  }),
});
