import type { Reader } from '@/app/shell/reader';
import { BarList } from '@/components/charts/bar-list';
import { Card } from '@/components/shell/card';
import { Callout } from '@/components/status/callout';
import { judgementTitle, memberTitle } from '@/domain/weights/titles';
import type { WeightSet } from '@/domain/weights/weight-set';
import { levelName } from './level-name';
import { memberHue } from './member-hue';

/** What each part weighs by a version, with the answers that it comes from. */
export function WeightsShown({ reader, weights }: { reader: Reader; weights: WeightSet }) {
  const { t, f, say } = reader;
  const levels = weights.levels.filter((level) => Object.keys(level.weights).length > 1);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {levels.map((level) => (
        <Card key={level.level} pad="lg">
          <BarList
            caption={levelName(reader, level)}
            head={[t('weightsPage.part'), t('weightsPage.weight')]}
            max={1}
            rows={Object.entries(level.weights).map(([member, weight]) => ({
              key: member,
              name: say(memberTitle(level, member)),
              value: weight,
              text: f.percent(weight),
              hue: memberHue(level, member),
            }))}
          />
          <div className="mt-4 space-y-1 border-t border-line pt-3 text-sm text-ink-2">
            {level.basis === 'outdated' && <Callout tone="warn" title={t('weightsPage.outdated')} />}
            {level.basis === 'equal' && <p>{t('weightsPage.equal')}</p>}
            {level.judgements.map((judgement) => (
              <p key={`${judgement.more} ${judgement.less}`}>{say(judgementTitle(level, judgement))}</p>
            ))}
            {level.ratio !== null && level.judgements.length > 1 && (
              <p className="text-ink-3">
                {t('weightsPage.ratio')} <span className="num">{level.ratio.toFixed(2)}</span>
              </p>
            )}
          </div>
        </Card>
      ))}
    </div>
  );
}
