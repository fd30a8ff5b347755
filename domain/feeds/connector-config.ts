import { connectorNamed, connectors } from '@/connectors/catalogue';
import { Refusal } from '../errors';

/**
 * The settings of a feed in the form that its connector declares. Refusals: connector_unknown; config_invalid, which names the
 * setting.
 */
export function connectorConfig(connector: string, config: object | undefined): Record<string, unknown> {
  const declared = connectorNamed(connector);
  if (!declared)
    throw new Refusal(
      'connector_unknown',
      422,
      { connector, known: connectors.map((c) => c.id).join(', ') },
      'connector',
    );
  const parsed = declared.config.safeParse(config ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const setting = issue!.code === 'unrecognized_keys' ? issue!.keys.join(', ') : issue!.path.join('.');
  throw new Refusal('config_invalid', 422, { setting, connector }, `config.${setting}`);
}
