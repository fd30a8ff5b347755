/** One thing that is not what it was; `undefined` stands for "was not there". */
export interface Change {
  /** Names from the outside in, joined by dots. */
  field: string;
  before: string | undefined;
  after: string | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const written = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

/** What differs between two states of a thing, field by field; a thing that came or went differs in all it has. */
export function changesBetween(before: unknown, after: unknown, field = ''): Change[] {
  if (isObject(before) || isObject(after)) {
    const [was, is] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) =>
      changesBetween(was[name], is[name], field ? `${field}.${name}` : name),
    );
  }
  const [was, is] = [written(before), written(after)];
  return was === is ? [] : [{ field: field || 'value', before: was, after: is }];
}
