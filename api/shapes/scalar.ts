import { z } from 'zod';

/** An instant, ISO 8601 with its offset. */
export const Instant = z.iso.datetime({ offset: true });
/** A calendar date. */
export const DayText = z.iso.date().regex(/^[1-9]/);
/** An amount as a decimal string, so that no program rounds it. */
export const Money = z
  .strictObject({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency: z.string().regex(/^[A-Z]{3}$/) })
  .meta({ id: 'Money', examples: [{ amount: '12.34', currency: 'EUR' }] });
export const Title = z.strictObject({ en: z.string(), zh: z.string() }).meta({ id: 'Title' });
/** Where to go on reading; null at the end. */
export const Cursor = z.string().nullable();

/** A list, a page at a time. */
export const listOf = <S extends z.ZodType>(item: S) => z.strictObject({ data: z.array(item), next: Cursor });

/** Paging in a query. */
export const paging = {
  cursor: z.string().min(1).max(500).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('Rows a page, at most 500'),
};

export const instant = (at: Date): string => at.toISOString();
export const instantOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
