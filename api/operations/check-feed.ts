import { z } from 'zod';
import { connectorNamed } from '@/connectors/catalogue';
import { getFeed } from '@/domain/feeds/read-feeds';
import { textOf } from '@/domain/sentence';
import { operation } from '../operation';

/** Only settings can be wrong with the connectors of today; one that reaches out adds its own check. */
export const checkFeed = operation({
  id: 'feeds.check',
  method: 'POST',
  path: '/feeds/{id}/check',
  summary: 'Whether the feed can work with its settings',
  permission: 'feed.manage',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: z
    .strictObject({
      ok: z.boolean(),
      problem: z.strictObject({ code: z.string(), message: z.string() }).optional(),
    })
    .meta({ id: 'FeedCheck' }),
  changesNothing: () => true,
  async run(work, { params, locale }) {
    const feed = await getFeed(work, params.id);
    const fits = connectorNamed(feed.connector)?.config.safeParse(feed.config).success;
    if (fits) return { ok: true };
    return { ok: false, problem: { code: 'config_unusable', message: textOf(locale, 'errors.config_unusable') } };
  },
});
