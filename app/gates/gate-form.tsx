import { keep } from '@/app/[tenant]/settings/gates/actions';
import { FormSelect } from '@/app/forms/form-select';
import { FormText } from '@/app/forms/form-text';
import { conditionAsks, conditionName } from '@/app/roadmap/condition-text';
import { RuleForm } from '@/app/rules/rule-form';
import type { Reader } from '@/app/shell/reader';
import { defaultConditions, type GateSet } from '@/domain/gates/gate-set';
import { type Condition, conditionKey } from '@/roadmap/gate';
import { possibleConditions } from './possible-conditions';

/** Asks for a gate's bounds, each beside the default; what is left empty is not asked. */
export function GateForm({
  reader,
  slug,
  set,
  newest,
}: {
  reader: Reader;
  slug: string;
  set: GateSet;
  /** The newest version, beside which these are given. */
  newest: number;
}) {
  const { t } = reader;
  const possible = possibleConditions(set.stage, set.conditions);
  const keys = possible.flatMap((one) =>
    'mechanism' in one ? [`${one.mechanism}:score`, `${one.mechanism}:coverage`] : [conditionKey(one)],
  );
  return (
    <RuleForm
      reader={reader}
      action={keep.bind(null, slug, set.stage)}
      fields={keys}
      newest={newest}
      save={t('gatesPage.save')}
    >
      <div className="grid items-start gap-5 sm:grid-cols-2">
        {possible.map((one) => (
          <Fields key={conditionKey(one)} reader={reader} set={set} possible={one} />
        ))}
      </div>
    </RuleForm>
  );
}

/** The fields of one condition: its bound, or whether it is asked where it has none. */
function Fields({ reader, set, possible }: { reader: Reader; set: GateSet; possible: Condition }) {
  const { t } = reader;
  const name = conditionKey(possible);
  const same = (one: Condition) => conditionKey(one) === name;
  const now = set.conditions.find(same);
  const usual = defaultConditions(set.stage).find(same);
  const label = conditionName(reader, possible);
  const hint = usual ? t('gatesPage.default', { asks: conditionAsks(reader, usual) }) : t('gatesPage.notByDefault');
  if ('mechanism' in possible) {
    const asked = now && 'mechanism' in now ? now : null;
    return (
      <>
        <FormText
          name={`${possible.mechanism}:score`}
          inputMode="decimal"
          label={label}
          hint={hint}
          defaultValue={asked ? String(asked.score) : ''}
        />
        <FormText
          name={`${possible.mechanism}:coverage`}
          inputMode="decimal"
          label={t('gatesPage.coverage', { mechanism: t(`mechanism.${possible.mechanism}`) })}
          defaultValue={asked ? String(asked.coverage) : ''}
        />
      </>
    );
  }
  if ('aboveLastYear' in possible)
    return (
      <FormSelect
        name={name}
        label={t('gatesPage.lastYear', { kpi: label })}
        hint={hint}
        defaultValue={now ? 'on' : ''}
        options={[
          { value: 'on', label: t('gatesPage.asked') },
          { value: '', label: t('gatesPage.notAsked') },
        ]}
      />
    );
  const bound = now && boundOf(now);
  const kind = 'atLeast' in possible ? 'atLeast' : 'atMost' in possible ? 'atMost' : 'above';
  return (
    <FormText
      name={name}
      inputMode="decimal"
      label={t(`gatesPage.${kind}`, { kpi: label })}
      hint={hint}
      defaultValue={bound === undefined ? '' : String(bound)}
    />
  );
}

const boundOf = (one: Condition): number | undefined =>
  'atLeast' in one ? one.atLeast : 'atMost' in one ? one.atMost : 'companion' in one ? one.above : undefined;
