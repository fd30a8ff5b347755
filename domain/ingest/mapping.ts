import { z } from 'zod';
import { isDateFormat } from '@/lib/values/date-format';
import { isZone } from '@/lib/zone';
import { Refusal } from '../errors';
import { findTarget } from './targets';

/** How the columns of a file become the fields of a target. Data, saved with the feed. */
export const mappingSchema = z.object({
  target: z.string(),
  /** Target field → column name. */
  columns: z.record(z.string(), z.string()),
  /** Target field → a value that holds for every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** IANA zone of times without an offset. */
  timezone: z.string().refine(isZone, 'unknown_timezone').default('UTC'),
  dateFormat: z.string().min(1).refine(isDateFormat, 'date_format_invalid').optional(),
  decimal: z.enum(['.', ',']).default('.'),
  /** SKUs that are no product (postage, bank charges): their lines become fees of the order. */
  nonProductSkus: z.array(z.string()).default([]),
  /** The file's own names of countries → ISO 3166-1 alpha-2. */
  countryNames: z.record(z.string(), z.string().regex(/^[A-Z]{2}$/)).default({}),
  encoding: z.string().optional(),
  separator: z.string().min(1).max(4).optional(),
  /** The line of the header; 0: there is none, the columns are called `column 1` and so on. Found by itself unless given. */
  headerLine: z.int().min(0).max(10_000).optional(),
});

export type Mapping = z.output<typeof mappingSchema>;
export type MappingInput = z.input<typeof mappingSchema>;

/** A checked mapping. Error: a Refusal that names the part that cannot be used. */
export function parseMapping(input: unknown): Mapping {
  const result = mappingSchema.safeParse(input);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const part = issue.path.join('.') || 'mapping';
    if (issue.message === 'unknown_timezone') throw new Refusal('unknown_timezone', 422, {}, 'timezone');
    if (issue.message === 'date_format_invalid')
      throw new Refusal(
        'date_format_invalid',
        422,
        { format: String((input as { dateFormat?: unknown }).dateFormat) },
        'dateFormat',
      );
    throw new Refusal('mapping_invalid', 422, { part }, part);
  }
  const mapping = result.data;
  const target = findTarget(mapping.target);
  if (!target) throw new Refusal('unknown_target', 422, { target: mapping.target }, 'target');
  for (const field of [...Object.keys(mapping.columns), ...Object.keys(mapping.constants)]) {
    if (!Object.hasOwn(target.fields, field))
      throw new Refusal('unknown_field', 422, { field, target: target.name }, field);
  }
  return mapping;
}

/** Required fields that neither a column nor a constant gives. */
export const unmappedFields = (mapping: Mapping): string[] =>
  Object.entries(findTarget(mapping.target)?.fields ?? {})
    .filter(([name, field]) => field.required && !mapping.columns[name] && !mapping.constants[name])
    .map(([name]) => name);

/** What a mapping says of how its file is to be opened. */
export const readingOf = ({ encoding, separator, headerLine }: Partial<MappingInput>) => ({
  encoding,
  separator,
  headerLine,
});
