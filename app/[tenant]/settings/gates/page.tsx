import type { Metadata } from 'next';
import { read } from '@/app/access/read';
import { GateConditions } from '@/app/gates/gate-conditions';
import { gateLine } from '@/app/gates/gate-line';
import type { PageProps } from '@/app/shell/page-props';
import { readerOf } from '@/app/shell/reader';
import { SettingsTabs } from '@/app/shell/settings-tabs';
import { ButtonLink } from '@/components/form/button-link';
import { PageHeader } from '@/components/shell/page-header';
import { Section } from '@/components/shell/section';
import { readGates } from '@/domain/gates/read-gates';
import { can } from '@/domain/tenants/access';
import { getTranslations } from '@/i18n/request';
import { stages } from '@/roadmap/stages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gatesPage'))('title') };
}

/** What each stage's gate asks of the firm. */
export default async function GatesPage({ params }: PageProps<'tenant'>) {
  const { tenant: slug } = await params;
  const { entry, gates } = await read(slug, async (work, entry) => ({ entry, gates: await readGates(work) }));
  const reader = await readerOf(entry);
  const { t, say } = reader;
  const way = can(entry.access, 'rule.manage') ? 'gatesPage.change' : 'gatesPage.open';
  return (
    <>
      <PageHeader title={t('gatesPage.title')} lead={t('gatesPage.lead')} />
      <SettingsTabs access={entry.access} current="/gates" />
      {gates.map((set) => {
        const title = say(stages.find(({ stage }) => stage === set.stage)!.gate.title);
        return (
          <Section
            key={set.stage}
            title={title}
            text={gateLine(reader, set)}
            actions={
              <ButtonLink href={`/${slug}/settings/gates/${set.stage}`} size="sm">
                {t(way, { stage: set.stage })}
              </ButtonLink>
            }
          >
            <GateConditions reader={reader} set={set} caption={title} />
          </Section>
        );
      })}
    </>
  );
}
