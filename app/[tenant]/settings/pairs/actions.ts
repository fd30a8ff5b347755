'use server';
import type { FormState } from '@/app/forms/form-state';
import { numberIn } from '@/app/forms/parse';
import { keepVersion } from '@/app/rules/keep-version';
import { returnToDefault } from '@/app/rules/return-to-default';
import { setPairWeights } from '@/domain/pair-weights/set-pair-weights';
import { joinPairs } from '@/kpis/data-driven/data-silo-index';

const pathOf = (slug: string) => `/${slug}/settings/pairs`;

/** Sets what the join pairs weigh. */
export async function keep(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const rule = { path: pathOf(slug), overtaken: 'pair_weights_changed' };
  return keepVersion(slug, rule, data, (work, given) => {
    const pairs = Object.fromEntries(joinPairs.map((pair) => [pair, numberIn(data, pair)]));
    return setPairWeights(work, { pairs, ...given });
  });
}

/** The way back: all weigh the same. */
export async function weighAlike(slug: string, data: FormData): Promise<void> {
  return returnToDefault(slug, pathOf(slug), data, (work, after) => setPairWeights(work, { pairs: null, after }));
}
