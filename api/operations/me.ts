import { z } from 'zod';
import { memberRoles } from '@/domain/permissions';
import { operation } from '../operation';

export const me = operation({
  id: 'me.read',
  method: 'GET',
  path: '/me',
  summary: 'Whose key this is and what it may do',
  permission: 'tenant.read',
  status: 200,
  response: z
    .strictObject({
      tenant: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string() }),
      role: z.enum(memberRoles),
      plan: z.string().nullable().describe('null while there are no plans'),
      zone: z.string().describe('IANA zone that cuts the firm’s days'),
      currency: z.string().describe('Reporting currency, ISO 4217'),
      locale: z.enum(['zh-CN', 'en']),
    })
    .meta({ id: 'Me' }),
  async run({ tenant, actor }) {
    return {
      tenant: { id: tenant.id, slug: tenant.slug, name: tenant.name },
      role: actor.role,
      plan: null,
      zone: tenant.zone,
      currency: tenant.currency,
      locale: tenant.locale,
    };
  },
});
