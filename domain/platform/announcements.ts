import { directoryQuery } from '@/db/client';
import { now } from '@/lib/clock';
import { notFound, Refusal } from '../errors';
import { checkId } from '../ingest/read-runs';
import { nameOf, type PlatformAccess } from './access';
import { asAdmin } from './deed';

export const announcementTones = ['info', 'warn', 'bad', 'good'] as const;
export type AnnouncementTone = (typeof announcementTones)[number];

export interface Announcement {
  id: string;
  tone: AnnouncementTone;
  en: string;
  zh: string;
  startsAt: Date;
  endsAt: Date;
  createdBy: string;
}

const columns = 'id, tone, en, zh, starts_at as "startsAt", ends_at as "endsAt", created_by as "createdBy"';

/** What stands on top of every page now, the newest first; at most three. */
export const runningAnnouncements = (): Promise<Announcement[]> =>
  directoryQuery<Announcement>(
    `select ${columns} from directory.announcements where starts_at <= $1 and ends_at > $1 order by starts_at desc limit 3`,
    [now()],
  );

/** All announcements, the latest first. */
export const listAnnouncements = (_platform: PlatformAccess): Promise<Announcement[]> =>
  directoryQuery<Announcement>(`select ${columns} from directory.announcements order by ends_at desc limit 200`);

export interface AnnouncementInput {
  tone: string;
  en: string;
  zh: string;
  startsAt: Date;
  endsAt: Date;
}

function checked(input: AnnouncementInput): AnnouncementInput {
  for (const language of ['en', 'zh'] as const) {
    const text = input[language].trim();
    if (!text) throw new Refusal('announcement_text_missing', 422, {}, language);
    if (text.length > 400) throw new Refusal('text_too_long', 422, { most: 400 }, language);
  }
  if (!announcementTones.includes(input.tone as AnnouncementTone))
    throw new Refusal('tone_unknown', 422, { tone: input.tone.slice(0, 40) }, 'tone');
  if (input.endsAt <= input.startsAt) throw new Refusal('announcement_ends_before', 422, {}, 'endsAt');
  return { ...input, en: input.en.trim(), zh: input.zh.trim() };
}

/**
 * Makes an announcement, or changes the one of this id. Refusals: `not_found`, `announcement_text_missing`, `text_too_long`,
 * `tone_unknown`, `announcement_ends_before`.
 */
export async function keepAnnouncement(
  platform: PlatformAccess,
  id: string | null,
  input: AnnouncementInput,
): Promise<void> {
  const { tone, en, zh, startsAt, endsAt } = checked(input);
  const known = id === null ? null : checkId(id, 'announcement');
  await asAdmin(platform, async (deed) => {
    const [kept] = await deed.query<{ id: string }>(
      known
        ? `update directory.announcements set tone = $1, en = $2, zh = $3, starts_at = $4, ends_at = $5 where id = $6 returning id`
        : `insert into directory.announcements (tone, en, zh, starts_at, ends_at, created_by) values ($1, $2, $3, $4, $5, $6)
           returning id`,
      [tone, en, zh, startsAt, endsAt, known ?? nameOf(platform)],
    );
    if (!kept) throw notFound('announcement');
    await deed.record(known ? 'announcement.changed' : 'announcement.made', {
      announcement: kept.id,
      tone,
      en,
      zh,
      startsAt,
      endsAt,
    });
  });
}

/** Takes an announcement away; one that is gone is fine. */
export async function removeAnnouncement(platform: PlatformAccess, id: string): Promise<void> {
  const known = checkId(id, 'announcement');
  await asAdmin(platform, async (deed) => {
    const gone = await deed.query<{ en: string }>('delete from directory.announcements where id = $1 returning en', [
      known,
    ]);
    for (const { en } of gone) await deed.record('announcement.removed', { announcement: known, en });
  });
}
