import { z } from 'zod';
import { createKey as create } from '@/domain/keys/create-key';
import { memberRoles } from '@/domain/permissions';
import { json } from '../body';
import { operation } from '../operation';
import { Instant, instantOrNull } from '../shapes/scalar';

export const createKey = operation({
  id: 'keys.create',
  method: 'POST',
  path: '/keys',
  summary: 'Make an API key; it is answered this once and kept as a hash only',
  permission: 'key.manage',
  body: json(
    z
      .strictObject({
        name: z.string().max(1000).describe('What it is for, at most 100 characters'),
        role: z.enum(memberRoles).describe('Not above that of the key that asks'),
        expiresInDays: z
          .union([z.literal(30), z.literal(90), z.literal(365)])
          .nullable()
          .optional()
          .describe('Without one it holds until it is revoked'),
      })
      .meta({ id: 'NewApiKey', examples: [{ name: 'Nightly export', role: 'viewer', expiresInDays: 90 }] }),
  ),
  status: 201,
  response: z
    .strictObject({
      id: z.uuid(),
      key: z.string().nullable().describe('The key, this once; null when an Idempotency-Key is repeated'),
      name: z.string(),
      role: z.enum(memberRoles),
      expiresAt: Instant.nullable(),
    })
    .meta({ id: 'CreatedApiKey' }),
  kept: (answer) => ({ ...answer, key: null }),
  async run(work, { body }) {
    const { id, key, name, role, expiresAt } = await create(work, body);
    return { id, key, name, role, expiresAt: instantOrNull(expiresAt) };
  },
});
