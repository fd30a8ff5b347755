import { listKeys as list } from '@/domain/keys/list-keys';
import { operation } from '../operation';
import { ApiKey, keyJson } from '../shapes/key';
import { listOf } from '../shapes/scalar';

export const listKeys = operation({
  id: 'keys.list',
  method: 'GET',
  path: '/keys',
  summary: 'API keys of the firm, the newest first; never the keys themselves',
  permission: 'key.read',
  status: 200,
  response: listOf(ApiKey),
  async run(work) {
    return { data: (await list(work)).map(keyJson), next: null };
  },
});
