'use server';
import type { FormState } from '@/app/forms/form-state';
import { numberIn } from '@/app/forms/parse';
import { keepVersion } from '@/app/rules/keep-version';
import { returnToDefault } from '@/app/rules/return-to-default';
import { setAnchors } from '@/domain/anchors/set-anchors';

const pathOf = (slug: string, kpi: string) => `/${slug}/settings/anchors/${kpi}`;

/** Sets a firm's own anchors of a KPI. */
export async function keep(slug: string, kpi: string, _: FormState, data: FormData): Promise<FormState> {
  const rule = { path: pathOf(slug, kpi), overtaken: 'anchors_changed' };
  return keepVersion(slug, rule, data, (work, given) => {
    const anchors = { floor: numberIn(data, 'floor'), pass: numberIn(data, 'pass'), target: numberIn(data, 'target') };
    return setAnchors(work, { kpi, anchors, ...given });
  });
}

/** The way back: the anchors that the KPI is declared with. */
export async function takeDefault(slug: string, kpi: string, data: FormData): Promise<void> {
  return returnToDefault(slug, pathOf(slug, kpi), data, (work, after) =>
    setAnchors(work, { kpi, anchors: null, after }),
  );
}
