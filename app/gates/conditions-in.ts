import { numberIn, textIn } from '@/app/forms/parse';
import { mechanisms } from '@/kpis/kpi';
import type { Condition } from '@/roadmap/gate';

/** Names of fields that carry a condition on a KPI: conditionKey of it. */
const onKpi = /^([A-Z]\d\d):(atLeast|atMost|aboveLastYear|above)(?::(\w+))?$/;

/**
 * The conditions of a form, by the names of its fields, in their order. What was left empty is not asked. Refusal: `number_invalid`.
 */
export function conditionsIn(data: FormData): Condition[] {
  const given = [...data.keys()].flatMap((name): Condition[] => {
    const [, kpi, kind, companion] = onKpi.exec(name) ?? [];
    if (!kpi || textIn(data, name) === '') return [];
    if (kind === 'aboveLastYear') return [{ kpi, aboveLastYear: true }];
    const bound = numberIn(data, name);
    if (kind === 'above') return companion ? [{ kpi, companion, above: bound }] : [];
    return [kind === 'atLeast' ? { kpi, atLeast: bound } : { kpi, atMost: bound }];
  });
  const scores = mechanisms.flatMap((mechanism): Condition[] => {
    const [score, coverage] = [`${mechanism}:score`, `${mechanism}:coverage`] as const;
    if (textIn(data, score) === '' && textIn(data, coverage) === '') return [];
    return [{ mechanism, score: numberIn(data, score), coverage: numberIn(data, coverage) }];
  });
  return [...given, ...scores];
}
