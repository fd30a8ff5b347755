import type { DigestProps } from '@/emails/digest-props';
import type { Day } from '@/lib/day';
import { listFeeds } from '../../feeds/read-feeds';
import { isLimited, kpisSeen, limitedTo } from '../../limits/limited';
import { dataDay } from '../../measurements/data-day';
import { readStanding } from '../../measurements/read-standing';
import { listMilestones } from '../../milestones/list-milestones';
import type { Work } from '../../work';
import type { DigestId } from '../digest';
import type { Reader } from '../readers';
import { actionOf } from './action';
import { changesOf } from './changes';
import { dataState } from './data-state';
import { milestonesOf, outlookOf } from './milestones';
import { pagesOf, unsubscribePage } from './pages';
import { scoresOf } from './scores';

/**
 * What a digest says to a reader, as data: everything as it stands at this unit of work's instant, and as the reader would find
 * it on their pages: whoever composes it, the reader's limits hold.
 */
export async function composeDigest(
  sender: Work,
  { digest, reader, day, token }: { digest: DigestId; reader: Reader; day: Day; token: string },
): Promise<DigestProps> {
  const work = limitedTo(sender, reader.limits);
  const pages = pagesOf(work.tenant);
  const { locale, zone } = reader;
  const { at, lastDay } = await dataDay(work);
  const feeds = await listFeeds(work);
  const standing = await readStanding(work, { at });
  const { readings, scores } = standing;
  const milestones = await listMilestones(work, { at });
  return {
    digest,
    locale,
    zone,
    day,
    tenant: work.tenant.name,
    data: dataState(feeds, readings, lastDay, kpisSeen(work).length),
    changes: await changesOf(work, readings, pages, locale),
    milestones: milestonesOf(milestones, at, pages, locale),
    action: actionOf({ feeds, readings, scores, milestones, mends: !isLimited(work) }, pages, locale),
    weekly:
      digest === 'weekly'
        ? {
            ...(await scoresOf(work, standing, at, pages, locale)),
            ...outlookOf(milestones, at, pages, locale),
          }
        : null,
    links: {
      today: pages.today,
      roadmap: pages.roadmap,
      feeds: pages.feeds,
      settings: pages.digests,
      unsubscribe: unsubscribePage(token),
    },
  };
}
