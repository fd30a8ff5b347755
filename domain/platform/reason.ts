import { Refusal } from '../errors';

const longest = 500;

/** A text that somebody else will read as the reason. Refusals: `reason_missing`, `text_too_long`. */
export function reasonIn(text: string, field = 'reason'): string {
  const reason = text.trim();
  if (reason.length < 3) throw new Refusal(`${field}_missing`, 422, {}, field);
  if (reason.length > longest) throw new Refusal('text_too_long', 422, { most: longest }, field);
  return reason;
}
