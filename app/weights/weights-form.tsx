import { keep } from '@/app/[tenant]/settings/weights/actions';
import { ActionForm } from '@/app/forms/action-form';
import { ReasonAndSave } from '@/app/rules/reason-and-save';
import type { Reader } from '@/app/shell/reader';
import { FormStack } from '@/components/form/form-stack';
import type { SelectOption } from '@/components/form/select';
import { Card } from '@/components/shell/card';
import { Callout } from '@/components/status/callout';
import { pairField } from '@/domain/weights/checked-judgements';
import { memberTitle } from '@/domain/weights/titles';
import type { WeighedLevel, WeightSet } from '@/domain/weights/weight-set';
import { pairsOf } from '@/kpis/ahp';
import { answerOf, answers, judgementOf, same } from './answer';
import { levelName } from './level-name';
import { LevelQuestions } from './level-questions';
import { memberHue } from './member-hue';

/** Asks of every two things which matters more, level by level. Beside the questions stands what follows from the answers. */
export function WeightsForm({
  reader,
  slug,
  weights,
  newest,
}: {
  reader: Reader;
  slug: string;
  weights: WeightSet;
  /** The newest version, beside which the answers are given. */
  newest: number;
}) {
  const { t } = reader;
  const levels = weights.levels.filter((level) => Object.keys(level.weights).length > 1);
  const names = levels.flatMap(({ level, weights: of }) =>
    pairsOf(Object.keys(of)).map(([a, b]) => pairField(level, a, b)),
  );
  return (
    <ActionForm action={keep.bind(null, slug)} known={[...names, 'reason']} className="space-y-4">
      <input type="hidden" name="after" value={newest} />
      {levels.map((level) => (
        <Level key={level.level} reader={reader} level={level} />
      ))}
      <Card pad="lg">
        <FormStack>
          <ReasonAndSave reader={reader} save={t('weightsPage.save')} />
        </FormStack>
      </Card>
    </ActionForm>
  );
}

function Level({ reader, level }: { reader: Reader; level: WeighedLevel }) {
  const { t, say } = reader;
  const members = Object.keys(level.weights).map((id) => ({
    id,
    name: say(memberTitle(level, id)),
    hue: memberHue(level, id),
  }));
  const nameOf = (id: string) => members.find((member) => member.id === id)!.name;
  const title = levelName(reader, level);
  return (
    <Card pad="lg">
      <h3 className="mb-4 text-base font-semibold">{title}</h3>
      {level.basis === 'outdated' && (
        <div className="mb-5">
          <Callout tone="warn" title={t('weightsPage.outdated')} />
        </div>
      )}
      <LevelQuestions
        members={members}
        locale={reader.locale}
        questions={pairsOf(members.map(({ id }) => id)).map(([a, b]) => {
          const judged = level.judgements.find(({ more, less }) => [more, less].every((m) => m === a || m === b));
          return {
            name: pairField(level.level, a, b),
            a,
            b,
            label: t('weightsPage.question', { a: nameOf(a), b: nameOf(b) }),
            options: optionsOf(reader, a, b, nameOf),
            answer: judged ? answerOf(judged, a) : same,
          };
        })}
        texts={{
          caption: title,
          member: t('weightsPage.part'),
          weight: t('weightsPage.weight'),
          ratio: t('weightsPage.ratio'),
          fits: t('weightsPage.fits'),
          contradicts: t('weightsPage.contradicts'),
          least: t('weightsPage.least'),
          would: t('weightsPage.would'),
          better: t('weightsPage.better'),
        }}
      />
    </Card>
  );
}

/** All answers to a question, in words. */
const optionsOf = ({ t }: Reader, a: string, b: string, nameOf: (id: string) => string): SelectOption[] =>
  answers.map((value) => {
    const { more, times } = judgementOf(a, b, value)!;
    if (times === 1) return { value, label: t('weightsPage.same') };
    const name = nameOf(more);
    return { value, label: t('weightsPage.answer', { name, times }), group: t('weightsPage.matters', { name }) };
  });
