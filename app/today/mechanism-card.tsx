import { scoreChange } from '@/app/reading/score-change';
import { gateMarks } from '@/app/roadmap/gate-marks';
import { mechanismHue } from '@/app/shell/mechanism-hue';
import type { Reader } from '@/app/shell/reader';
import { ScoreCard } from '@/components/numbers/score-card';
import type { Scores } from '@/domain/measurements/read-scores';
import { findKpi } from '@/kpis/catalogue';

/** A mechanism's score that hides nothing: its change, its weakest KPI, how much of it is measured. */
export function MechanismCard({
  reader,
  score,
  gates,
  weight,
  base,
}: {
  reader: Reader;
  score: Scores['mechanisms'][number];
  gates: Scores['gates'];
  /** In the index; null for readers who see a part of the firm. */
  weight: number | null;
  base: string;
}) {
  const { t, f, say } = reader;
  const { lowest } = score;
  return (
    <ScoreCard
      title={t(`mechanism.${score.mechanism}`)}
      href={`${base}/mechanisms/${score.mechanism}`}
      hue={mechanismHue[score.mechanism]}
      score={score.score}
      text={score.score === null ? null : f.number(score.score)}
      outOf={t('mechanismPage.outOf')}
      reason={t(score.reason === 'limited' ? 'limits.score' : 'mechanismPage.insufficient')}
      change={scoreChange(reader, score.change)}
      uncompared={score.begins ? t('change.noneSince', { day: f.dayShort(score.begins) }) : undefined}
      marks={gateMarks(reader, gates, score.mechanism)}
      facts={[
        ...(lowest
          ? [
              {
                label: t('mechanismPage.lowest'),
                text: `${say(findKpi(lowest.kpi)!.title)} ${f.number(lowest.score)}`,
                tone: lowest.score < 60 ? ('bad' as const) : undefined,
              },
            ]
          : []),
        { label: t('mechanismPage.coverage'), text: `${f.number(score.coverage)}%` },
        ...(weight === null ? [] : [{ label: t('weights.ofIndex'), text: f.percent(weight) }]),
        ...(score.change === null || !score.changeByWeights
          ? []
          : [{ label: t('weights.ofChange'), text: f.signed(score.changeByWeights, 1) }]),
        ...(score.change === null || !score.changeByAnchors
          ? []
          : [{ label: t('anchors.ofChange'), text: f.signed(score.changeByAnchors, 1) }]),
      ]}
    />
  );
}
