import { z } from 'zod';
import { facts } from '@/domain/audit/facts';
import type { AuditEntry } from '@/domain/audit/list-entries';
import type { Locale } from '@/domain/sentence';
import { Instant, instant } from './scalar';

export const AuditEntryShape = z
  .strictObject({
    id: z.string(),
    at: Instant,
    actor: z.strictObject({
      kind: z.string().describe('user, key or job'),
      id: z.string(),
      name: z.string().nullable().describe('The person’s address or the key’s name at the time'),
    }),
    acting_admin: z.string().nullable().describe('The platform’s admin who acted for the firm, if one did'),
    address: z.string().nullable().describe('Network address that it came from; none for jobs'),
    fact: z.string().describe('noun.verb in the past tense'),
    sentence: z.string().describe('The fact in the language of Accept-Language'),
    detail: z.record(z.string(), z.unknown()),
    before: z.unknown().describe('What was; null when nothing was'),
    after: z.unknown().describe('What is; null when nothing is'),
  })
  .meta({ id: 'AuditEntry' });

export const auditEntryJson = (e: AuditEntry, locale: Locale): z.input<typeof AuditEntryShape> => {
  const sentence = facts[e.fact];
  return {
    id: String(e.id),
    at: instant(e.at),
    actor: e.actor,
    acting_admin: e.actingAdmin,
    address: e.address,
    fact: e.fact,
    sentence: sentence ? (locale === 'en' ? sentence.en : sentence.zh) : e.fact,
    detail: e.detail,
    before: e.before ?? null,
    after: e.after ?? null,
  };
};

/** The columns of an entry in CSV. */
export const auditColumns = [
  'id',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'acting_admin',
  'address',
  'fact',
  'sentence',
  'detail',
  'before',
  'after',
] as const;

/** An entry as cells of CSV, in the order of auditColumns; what is nested as JSON. */
export function auditCells(e: AuditEntry, locale: Locale): string[] {
  const { actor, detail, before, after, ...rest } = auditEntryJson(e, locale);
  const json = (value: unknown) => (value === null ? '' : JSON.stringify(value));
  const cells = { ...rest, actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name };
  const nested = { detail: json(detail), before: json(before), after: json(after) };
  return auditColumns.map((column) => ({ ...cells, ...nested })[column] ?? '');
}
