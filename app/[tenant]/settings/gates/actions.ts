'use server';
import type { FormState } from '@/app/forms/form-state';
import { conditionsIn } from '@/app/gates/conditions-in';
import { keepVersion } from '@/app/rules/keep-version';
import { returnToDefault } from '@/app/rules/return-to-default';
import { setGate } from '@/domain/gates/set-gate';
import type { Stage } from '@/roadmap/milestone';

const pathOf = (slug: string, stage: Stage) => `/${slug}/settings/gates/${stage}`;

/** Sets what a gate asks of the firm. */
export async function keep(slug: string, stage: Stage, _: FormState, data: FormData): Promise<FormState> {
  const rule = { path: pathOf(slug, stage), overtaken: 'gate_changed' };
  return keepVersion(slug, rule, data, (work, given) =>
    setGate(work, { stage, conditions: conditionsIn(data), ...given }),
  );
}

/** The way back: what the stage is declared with. */
export async function takeDefault(slug: string, stage: Stage, data: FormData): Promise<void> {
  return returnToDefault(slug, pathOf(slug, stage), data, (work, after) =>
    setGate(work, { stage, conditions: null, after }),
  );
}
