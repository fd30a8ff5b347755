import type { DigestProps } from '@/emails/digest-props';
import { findKpi, kpis } from '@/kpis/catalogue';
import { addDays, type Day } from '@/lib/day';
import { scoreAlike } from '../../anchors/anchor-set';
import { madeInto } from '../../measurements/composite';
import type { Scores } from '../../measurements/read-scores';
import { readStanding } from '../../measurements/read-standing';
import { begunSince, type Reading } from '../../measurements/reading';
import { weighAlike } from '../../weights/weight-set';
import type { Work } from '../../work';
import type { Pages } from './pages';

type Part = Pick<
  NonNullable<DigestProps['weekly']>,
  'index' | 'indexBefore' | 'stage' | 'mechanisms' | 'reweighedOn' | 'reanchored'
>;

/** Weekly: index, stage and the three mechanisms beside what they were a week ago. */
export async function scoresOf(
  work: Work,
  { scores, readings }: { scores: Scores; readings: readonly Reading[] },
  at: Day,
  pages: Pages,
  locale: 'zh-CN' | 'en',
): Promise<Part> {
  const { scores: before, readings: past } = await readStanding(work, { at: addDays(at, -7) });
  /** A score of then, unless too few days with data lay behind it to hold today's against it. */
  const then = (score: number | null | undefined, of: readonly Reading[]) =>
    begunSince(of, past) ? null : (score ?? null);
  return {
    index: scores.index.score,
    indexBefore: then(before.index.score, madeInto(scores.mechanisms, readings)),
    stage: scores.stage.stage,
    reweighedOn: weighAlike(scores.weights, before.weights) ? null : scores.weights.startsOn,
    reanchored: kpis
      .filter(({ code }) => {
        const [now, then] = [scores.anchors.get(code), before.anchors.get(code)];
        return now && then && !scoreAlike(now, then);
      })
      .map(({ title }) => title[locale === 'en' ? 'en' : 'zh']),
    mechanisms: scores.mechanisms.map((now) => {
      const lowest = now.lowest && findKpi(now.lowest.kpi);
      return {
        mechanism: now.mechanism,
        href: pages.mechanism(now.mechanism),
        score: now.score,
        before: then(
          before.mechanisms.find((m) => m.mechanism === now.mechanism)?.score,
          readings.filter((r) => r.mechanism === now.mechanism),
        ),
        coverage: now.coverage / 100,
        lowest:
          now.lowest && lowest ? { title: lowest.title[locale === 'en' ? 'en' : 'zh'], score: now.lowest.score } : null,
      };
    }),
  };
}
