import { z } from 'zod';

export type Json = Record<string, unknown>;

const prefix = '#/components/schemas/';

/** Schemas that have a name (`.meta({ id })`), each once, as components of an OpenAPI document. */
export class Components {
  readonly schemas: Json = {};
  private readonly seen = new Map<string, string>();

  /** A zod schema as JSON Schema whose named parts are references to components. */
  use(schema: z.ZodType, io: 'input' | 'output'): Json {
    const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
    const defs = new Map(Object.entries(($defs ?? {}) as Json));
    const renamed = new Map([...defs].map(([id, def]) => [id, this.nameFor(id, JSON.stringify(def))]));
    for (const [id, def] of defs) {
      const { id: _id, ...rest } = def as Json;
      this.schemas[renamed.get(id)!] = refer(rest, renamed);
    }
    return refer(own, renamed) as Json;
  }

  /** What is sent may differ from what is received, by its defaults: then it has a name of its own. */
  private nameFor(id: string, form: string): string {
    const known = this.seen.get(id);
    if (known === undefined) this.seen.set(id, form);
    return known === undefined || known === form ? id : `${id}Input`;
  }
}

/** The schema with its references pointing to components. */
function refer(node: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((part) => refer(part, renamed));
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const name = key === '$ref' ? /^#\/\$defs\/(.+)$/.exec(String(value))?.[1] : undefined;
      return [key, name ? prefix + renamed.get(name) : refer(value, renamed)];
    }),
  );
}
