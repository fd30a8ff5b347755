import { z } from 'zod';

/** RFC 9457. */
export const Problem = z
  .strictObject({
    type: z.string().describe('Stable; go by this'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('A sentence in the language of Accept-Language'),
    errors: z
      .array(z.strictObject({ field: z.string(), code: z.string(), message: z.string() }))
      .optional()
      .describe('Every wrong field'),
  })
  .meta({ id: 'Problem' });
