import { z } from 'zod';
import { listCandidates as list } from '@/domain/measurements/list-candidates';
import { joinPairs } from '@/kpis/data-driven/data-silo-index';
import { operation } from '../operation';
import { DayText, listOf } from '../shapes/scalar';

const Candidate = z
  .strictObject({
    pair: z.enum(joinPairs),
    key: z.string().describe('what rows look for and do not find'),
    rows: z.int().describe('how many of the newest unmatched rows look for it'),
    other: z.string().describe('the key that is there'),
    record: z.string().describe('of which record'),
    feedId: z.uuid().describe('of which feed'),
    why: z
      .enum(['format', 'part', 'letter', 'title'])
      .describe('written otherwise, one is a part of the other, one letter differs, the same title'),
    score: z.number().min(0).max(1).describe('how much of the two keys agrees'),
  })
  .meta({ id: 'Candidate' });

export const listCandidates = operation({
  id: 'silos.candidates',
  method: 'GET',
  path: '/silos/candidates',
  summary: 'Keys that find no other half, with the known keys that they probably mean; surest first',
  permission: 'measurement.read',
  query: z.object({ at: DayText.optional(), pair: z.string().max(60).optional() }),
  status: 200,
  response: listOf(Candidate),
  async run(work, { query }) {
    const found = await list(work, query);
    return {
      data: found.map(({ pair, key, rows, other, record, feedId, why, score }) => ({
        pair,
        key,
        rows,
        other,
        record,
        feedId,
        why,
        score,
      })),
      next: null,
    };
  },
});
