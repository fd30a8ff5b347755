import { redirect } from 'next/navigation';
import { act } from '@/app/access/act';
import { textIn } from '@/app/forms/parse';
import type { RuleVersion } from '@/domain/rules/rule-version';
import type { Work } from '@/domain/work';

/**
 * The way back from what a firm set: the rule's page is loaded anew with what came of it.
 * @param verb sets the default, `after` the newest version that the person saw
 */
export async function returnToDefault(
  slug: string,
  path: string,
  data: FormData,
  verb: (work: Work, after: number) => Promise<Pick<RuleVersion, 'version'>>,
): Promise<void> {
  const outcome = await act(slug, data, (work) => verb(work, Number(textIn(data, 'after'))));
  redirect(`${path}?${outcome.done ? `saved=${outcome.result.version}` : `refused=${outcome.code}`}`);
}
