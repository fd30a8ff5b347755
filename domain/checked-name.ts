import { plainName } from '@/lib/plain-name';
import { Refusal } from './errors';

/** A name that people will read, or a refusal at its field: `name_missing`, `name_too_long`, `name_tricky`. See lib/plain-name.ts. */
export function checkedName(text: unknown, { longest = 80, field = 'name' } = {}): string {
  const result = plainName(typeof text === 'string' ? text : '', longest);
  if ('name' in result) return result.name;
  throw new Refusal(`name_${result.problem}`, 422, { longest }, field);
}
