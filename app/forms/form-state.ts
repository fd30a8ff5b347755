/** What a form's action answers: what is wrong and where, and everything that was typed, so that nothing is lost. */
export interface FormState {
  ok?: boolean;
  message?: string;
  /** The field that the message belongs to; without one it stands above the form. */
  field?: string;
  values?: Record<string, string>;
  /** What was made and is shown in this answer alone, such as an API key. */
  secret?: string;
}

export const emptyState: FormState = {};

/** The text fields of a form, to be given back with an error; passwords (`password`, `…_password`) stay where they were typed. */
export function typedValues(data: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of data.entries())
    if (typeof value === 'string' && !name.startsWith('$ACTION') && !name.endsWith('password')) values[name] = value;
  return values;
}
