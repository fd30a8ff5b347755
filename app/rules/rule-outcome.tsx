import { one } from '@/app/reading/asked';
import type { Search } from '@/app/shell/page-props';
import type { Reader } from '@/app/shell/reader';
import { Refused } from '@/app/shell/refused';
import { Callout } from '@/components/status/callout';
import type { RuleVersion } from '@/domain/rules/rule-version';

/** What came of setting a rule, told once after its page was loaded anew: `saved` while that version holds, or why it was refused. */
export function RuleOutcome({
  reader: { t },
  search,
  tenant,
  set,
}: {
  reader: Reader;
  search: Search;
  tenant: string;
  /** The version in force. */
  set: Pick<RuleVersion, 'version'>;
}) {
  return (
    <>
      <Refused code={search.refused} tenant={tenant} />
      {one(search, 'saved') === String(set.version) && (
        <div className="mb-6">
          <Callout tone="good" title={t('rules.saved', { version: set.version })} live />
        </div>
      )}
    </>
  );
}
