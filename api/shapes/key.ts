import { z } from 'zod';
import type { ApiKey as Listed } from '@/domain/keys/list-keys';
import { memberRoles } from '@/domain/permissions';
import { Instant, instant, instantOrNull } from './scalar';

export const ApiKey = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    role: z.enum(memberRoles),
    prefix: z.string().describe('The first characters of the key, by which it is known again'),
    createdBy: z.string().nullable(),
    createdAt: Instant,
    lastUsedAt: Instant.nullable().describe('To a minute; null: never'),
    expiresAt: Instant.nullable().describe('null: holds until it is revoked'),
    revokedAt: Instant.nullable(),
    state: z.enum(['active', 'expired', 'revoked']),
  })
  .meta({ id: 'ApiKey' });

export const keyJson = (key: Listed): z.input<typeof ApiKey> => ({
  id: key.id,
  name: key.name,
  role: key.role,
  prefix: key.prefix,
  createdBy: key.createdBy,
  createdAt: instant(key.createdAt),
  lastUsedAt: instantOrNull(key.lastUsedAt),
  expiresAt: instantOrNull(key.expiresAt),
  revokedAt: instantOrNull(key.revokedAt),
  state: key.state,
});
