import { ButtonLink } from '@/components/form/button-link';
import { EmptyState } from '@/components/status/empty-state';
import { recordNamed } from '@/records/catalogue';
import type { KpiPage } from './kpi-page';

/** A KPI that no feed speaks to: what to connect, and what would be seen. */
export function MissingFeed({ kpi, base, reader }: KpiPage) {
  const { t, f, say, word } = reader;
  const records = f.list(kpi.needs.map((name) => say(recordNamed(name).title)));
  const dims = f.list(kpi.dims.map((dim) => word('dim', dim)));
  return (
    <EmptyState
      picture="feeds"
      title={t('kpiPage.missingTitle')}
      text={dims ? t('kpiPage.missingBy', { records, dims }) : t('kpiPage.missingText', { records })}
      action={
        <ButtonLink href={`${base}/feeds`} variant="primary" icon="plus">
          {t('kpiPage.connect')}
        </ButtonLink>
      }
    />
  );
}
