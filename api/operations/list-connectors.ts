import { connectors } from '@/connectors/catalogue';
import { operation } from '../operation';
import { Connector, connectorJson } from '../shapes/connector';
import { listOf } from '../shapes/scalar';

export const listConnectors = operation({
  id: 'connectors.list',
  method: 'GET',
  path: '/connectors',
  summary: 'What feeds can be made of',
  permission: 'feed.read',
  status: 200,
  response: listOf(Connector),
  async run() {
    return { data: connectors.map(connectorJson), next: null };
  },
});
