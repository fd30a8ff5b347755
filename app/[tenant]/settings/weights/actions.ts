'use server';
import type { FormState } from '@/app/forms/form-state';
import { keepVersion } from '@/app/rules/keep-version';
import { returnToDefault } from '@/app/rules/return-to-default';
import { judgementsIn } from '@/app/weights/judgements-in';
import { setWeights } from '@/domain/weights/set-weights';

const pathOf = (slug: string) => `/${slug}/settings/weights`;

/** Sets the answers as the firm's weights. */
export async function keep(slug: string, _: FormState, data: FormData): Promise<FormState> {
  const rule = { path: pathOf(slug), overtaken: 'weights_changed' };
  return keepVersion(slug, rule, data, (work, given) => setWeights(work, { levels: judgementsIn(data), ...given }));
}

/** The way back: all weigh the same. */
export async function weighAllAlike(slug: string, data: FormData): Promise<void> {
  return returnToDefault(slug, pathOf(slug), data, (work, after) => setWeights(work, { levels: {}, after }));
}
