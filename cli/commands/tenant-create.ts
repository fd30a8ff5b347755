import { textOf } from '@/domain/sentence';
import { createTenant } from '@/domain/tenants/create-tenant';
import { command } from '../command';

export const tenantCreate = command({
  noun: 'tenant',
  verb: 'create',
  summary: { en: 'Found a tenant with its owner', zh: '创建企业及其所有者' },
  options: {
    name: { value: 'NAME', required: true, summary: { en: 'the firm’s name', zh: '企业名称' } },
    slug: {
      value: 'SLUG',
      required: true,
      summary: { en: 'short name in addresses: a–z, 0–9, hyphens', zh: '地址中的短名：a–z、0–9、连字符' },
    },
    owner: { value: 'EMAIL', required: true, summary: { en: 'e-mail address of the owner', zh: '所有者的邮箱' } },
    password: {
      value: 'PASSWORD',
      summary: { en: 'of the owner; without one a random one is printed', zh: '所有者的密码；不填则随机生成并显示' },
    },
    zone: {
      value: 'ZONE',
      summary: { en: 'IANA zone that cuts the days; Asia/Shanghai', zh: '按哪个时区划分日期；默认 Asia/Shanghai' },
    },
    currency: { value: 'CODE', summary: { en: 'reporting currency; CNY', zh: '报告币种；默认 CNY' } },
    locale: { value: 'LANGUAGE', summary: { en: 'zh-CN or en; zh-CN', zh: 'zh-CN 或 en；默认 zh-CN' } },
  },
  async run({ options, locale }) {
    const made = await createTenant({
      name: options.name!,
      slug: options.slug!,
      ownerEmail: options.owner!,
      password: options.password,
      zone: options.zone,
      currency: options.currency,
      locale: options.locale,
    });
    const { id, slug, name, zone, currency } = made.tenant;
    const lines = [textOf(locale, 'cli.tenantCreated', { name, slug, owner: made.owner.email })];
    if (made.password) lines.push(textOf(locale, 'cli.passwordMade', { password: made.password }));
    if (!made.owner.created) lines.push(textOf(locale, 'cli.ownerKnown', { owner: made.owner.email }));
    return {
      data: { id, slug, name, zone, currency, locale: made.tenant.locale, owner: made.owner, password: made.password },
      lines,
    };
  },
});
