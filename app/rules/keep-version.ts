import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import type { FormState } from '@/app/forms/form-state';
import { textIn } from '@/app/forms/parse';
import type { RuleVersion } from '@/domain/rules/rule-version';
import type { Work } from '@/domain/work';

/**
 * The way of a new version from its form: the page is loaded anew with it. When somebody was quicker, the page shows theirs, and what
 * was typed stays.
 * @param rule its page, and the refusal's code when another version came in between
 * @param verb sets it, with the reason that was given, `after` the newest version that the person saw
 */
export async function keepVersion(
  slug: string,
  rule: { path: string; overtaken: string },
  data: FormData,
  verb: (work: Work, given: { reason: string; after: number }) => Promise<Pick<RuleVersion, 'version'>>,
): Promise<FormState> {
  const outcome = await act(slug, data, (work) =>
    verb(work, { reason: textIn(data, 'reason'), after: Number(textIn(data, 'after')) }),
  );
  if (outcome.done) redirect(`${rule.path}?saved=${outcome.result.version}`);
  if (outcome.code === rule.overtaken) revalidatePath(rule.path);
  return outcome.state;
}
