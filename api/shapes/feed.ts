import { z } from 'zod';
import { connectorNamed } from '@/connectors/catalogue';
import { publicConfig } from '@/connectors/connector';
import type { getFeed } from '@/domain/feeds/read-feeds';
import type { Locale } from '@/domain/sentence';
import { Mapping } from './mapping';
import { Run, runJson } from './run';
import { DayText, Instant, instant, instantOrNull } from './scalar';

export const Feed = z
  .strictObject({
    id: z.uuid(),
    connector: z.string(),
    name: z.string(),
    status: z.enum(['active', 'paused']),
    freshness: z.enum(['fresh', 'late', 'silent', 'past', 'empty']),
    config: z.record(z.string(), z.unknown()).describe('Without its secrets'),
    mapping: Mapping.nullable(),
    createdAt: Instant,
    lastRun: Run.nullable(),
    nextRun: Instant.nullable().describe('null when nothing is planned: files and pushed records come when they come'),
    openRejects: z.int(),
    streams: z.array(
      z.strictObject({
        record: z.string(),
        firstDay: DayText.nullable(),
        lastDay: DayText.nullable(),
        watermark: Instant.nullable().describe('The latest instant delivered'),
        lagHours: z.number().nullable().describe('Hours from the watermark to now'),
      }),
    ),
  })
  .meta({ id: 'Feed' });

export const feedJson = (feed: Awaited<ReturnType<typeof getFeed>>, locale: Locale): z.input<typeof Feed> => ({
  id: feed.id,
  connector: feed.connector,
  name: feed.name,
  status: feed.status,
  freshness: feed.freshness,
  config: publicConfig(connectorNamed(feed.connector), feed.config as Record<string, unknown>),
  mapping: feed.mapping,
  createdAt: instant(feed.createdAt),
  lastRun: feed.lastRun && runJson(feed.lastRun, locale),
  nextRun: null,
  openRejects: feed.openRejects,
  streams: feed.records.map((r) => ({ ...r, watermark: instantOrNull(r.watermark) })),
});
