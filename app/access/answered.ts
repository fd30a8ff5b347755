import type { FormState } from '@/app/forms/form-state';
import { Refusal } from '@/domain/errors';
import { refused } from './act';

/** The way of every change outside a tenant: what is refused comes back as a sentence at its field, with all that was typed. */
export async function answered(data: FormData, work: () => Promise<FormState>): Promise<FormState> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return refused(error, data);
    throw error;
  }
}
