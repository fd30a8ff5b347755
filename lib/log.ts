import { now } from './clock';
import { env } from './env';

const levels = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

/** What a line may carry: ids, names of parts, counts, durations. Never personal data or contents of rows. */
export type Fields = Record<string, string | number | boolean | null | undefined>;

/** Writes one JSON line; warnings and errors go to stderr. Lines below LOG_LEVEL are left out. */
export function log(level: Level, event: string, fields: Fields = {}): void {
  if (levels.indexOf(level) < levels.indexOf(env().LOG_LEVEL)) return;
  const line = `${JSON.stringify({ at: now().toISOString(), level, event, ...fields })}\n`;
  (level === 'error' || level === 'warn' ? process.stderr : process.stdout).write(line);
}

/** An error as fields. What a database says of data that it refuses quotes the data, so only code and constraint are kept. */
export function errorFields(error: unknown): Fields {
  const { name, message, code, constraint, stack } = (error ?? {}) as {
    name?: string;
    message?: string;
    code?: string;
    constraint?: string;
    stack?: string;
  };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return {
    error: name ?? 'Error',
    code,
    constraint,
    message: fromDatabase && /^2[23]/.test(code) ? undefined : (message ?? String(error)),
    stack: stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' < '),
  };
}
