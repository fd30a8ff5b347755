import type { z } from 'zod';
import type { Title } from '@/records/record';

/**
 * file: people bring files, a mapping turns them into records. push: programs send canonical records. Kinds that fetch from
 * an outside system add `check` and cursors to their streams.
 */
export type ConnectorKind = 'file' | 'push';

/** One flow of a connector. `target` is a record's name, or `sales_lines`, which becomes several records. */
export interface Stream {
  readonly target: string;
  readonly title: Title;
}

/** The code that can read one kind of outside system; a feed is one tenant's use of it. */
export interface ConnectorDeclaration {
  readonly id: string;
  readonly kind: ConnectorKind;
  readonly title: Title;
  readonly summary: Title;
  /** What a feed of this connector must be told; the settings form and the API's JSON schema derive from it. */
  readonly config: z.ZodObject;
  readonly streams: Readonly<Record<string, Stream>>;
}

/** Declares a connector. */
export const connector = <const D extends ConnectorDeclaration>(declaration: D): ConnectorDeclaration => declaration;

/** A feed's settings as they may be shown: what the connector declares and does not mark `secret` (`.meta({ secret: true })`). */
export function publicConfig(
  declaration: ConnectorDeclaration | undefined,
  config: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const shown = Object.entries(declaration?.config.shape ?? {}).filter(
    ([name, schema]) => name in config && !(schema as z.ZodType).meta?.()?.secret,
  );
  return Object.fromEntries(shown.map(([name]) => [name, config[name]]));
}
