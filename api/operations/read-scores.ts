import { z } from 'zod';
import { readScores as read } from '@/domain/measurements/read-scores';
import { operation } from '../operation';
import { DayText } from '../shapes/scalar';
import { Scores, scoresJson } from '../shapes/scores';

export const readScores = operation({
  id: 'scores.read',
  method: 'GET',
  path: '/scores',
  summary: 'Index, mechanisms and groups with what they hide, stage and gates',
  permission: 'measurement.read',
  query: z.object({ at: DayText.optional() }),
  status: 200,
  response: Scores,
  async run(work, { query }) {
    return scoresJson(await read(work, query));
  },
});
