import { z } from 'zod';
import type { ConnectorDeclaration } from '@/connectors/connector';
import { Title } from './scalar';

export const Connector = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['file', 'push']),
    title: Title,
    summary: Title,
    config: z.record(z.string(), z.unknown()).describe('JSON Schema of `config`'),
    streams: z.record(z.string(), z.strictObject({ target: z.string(), title: Title })),
  })
  .meta({ id: 'Connector' });

export const connectorJson = (c: ConnectorDeclaration): z.input<typeof Connector> => ({
  id: c.id,
  kind: c.kind,
  title: { ...c.title },
  summary: { ...c.summary },
  config: z.toJSONSchema(c.config, { io: 'input' }) as Record<string, unknown>,
  streams: Object.fromEntries(
    Object.entries(c.streams).map(([name, s]) => [name, { target: s.target, title: { ...s.title } }]),
  ),
});
