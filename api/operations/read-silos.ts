import { z } from 'zod';
import { readSilos as read } from '@/domain/measurements/read-silos';
import { operation } from '../operation';
import { DayText, listOf } from '../shapes/scalar';

const JoinPair = z
  .strictObject({
    pair: z.string(),
    eligible: z.int(),
    matched: z.int(),
    ambiguous: z.int(),
    missingKey: z.int(),
    format: z.int().describe('a key of the other feed is the same but for case, spaces, punctuation or leading zeros'),
    noCandidate: z.int(),
    coverage: z.number().min(0).max(1).nullable().describe('matched ÷ eligible; null when nothing is eligible'),
  })
  .meta({ id: 'JoinPair' });

export const readSilos = operation({
  id: 'silos.read',
  method: 'GET',
  path: '/silos',
  summary: 'The join map: how many rows of each pair find their other half, and why the others do not',
  permission: 'measurement.read',
  query: z.object({ at: DayText.optional() }),
  status: 200,
  response: listOf(JoinPair),
  async run(work, { query }) {
    const pairs = await read(work, query);
    return {
      data: pairs.map(({ pair, eligible, matched, ambiguous, missingKey, format, noCandidate, coverage }) => ({
        pair,
        eligible,
        matched,
        ambiguous,
        missingKey,
        format,
        noCandidate,
        coverage,
      })),
      next: null,
    };
  },
});
