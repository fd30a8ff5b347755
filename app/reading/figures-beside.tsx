import type { Reader } from '@/app/shell/reader';
import { Facts } from '@/components/numbers/facts';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import { DataTable } from '@/components/table/data-table';
import type { Figure } from '@/kpis/kpi';
import { keyName } from './key-name';
import type { KpiPage } from './kpi-page';

/** What stands beside the headline, each with what it is made of, and what no record can tell yet. */
export function FiguresBeside({ kpi, reader, figures }: KpiPage & { figures: readonly Figure[] }) {
  const { t, say, word } = reader;
  const single = figures.filter((figure) => figure.key === undefined);
  const keyed = figures.filter((figure) => figure.key !== undefined);
  const unmeasured = kpi.unmeasured ?? [];
  if (figures.length + unmeasured.length === 0) return null;
  const names = [...new Set(keyed.map((figure) => figure.name))];
  const keys = [...new Set(keyed.map((figure) => figure.key!))];
  return (
    <Section id="beside" title={t('kpiPage.companions')} text={t('kpiPage.companionsText')}>
      <div className="space-y-4">
        {kpi.formulaBeside && <p className="max-w-[46em] text-sm text-ink-2">{say(kpi.formulaBeside)}</p>}
        {single.length > 0 && (
          <Card pad="lg">
            <Facts
              columns={2}
              items={single.map((figure) => ({
                term: word('companion', figure.name),
                text: <FigureText reader={reader} figure={figure} />,
              }))}
            />
          </Card>
        )}
        {keyed.length > 0 && (
          <DataTable
            caption={names.map((name) => word('companion', name)).join(t('list.comma'))}
            captionHidden
            rows={keys}
            rowKey={(key) => key}
            phone="cards"
            columns={[
              { key: 'key', head: t('kpiPage.of'), rowHead: true, cell: (key) => groupName(reader, key) },
              ...names.map((name) => ({
                key: name,
                head: word('companion', name),
                cell: (key: string) => {
                  const figure = keyed.find((one) => one.name === name && one.key === key);
                  return figure ? <FigureText reader={reader} figure={figure} /> : '–';
                },
              })),
            ]}
          />
        )}
        {unmeasured.length > 0 && (
          <Card pad="lg">
            <p className="text-xs font-medium text-ink-3">{t('kpiPage.unmeasured')}</p>
            <ul className="mt-1 max-w-[46em] list-disc space-y-1 pl-5 text-sm text-ink-2">
              {unmeasured.map((sentence) => (
                <li key={sentence.en}>{say(sentence)}</li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Section>
  );
}

const groupName = (reader: Reader, key: string): string =>
  /^\d{4}-\d{2}$/.test(key) ? reader.f.month(`${key}-01`) : keyName(reader, '', key);

/** The figure, and in small print how it comes about. */
function FigureText({ reader: { t, f, say }, figure }: { reader: Reader; figure: Figure }) {
  const { value, unit, numerator, denominator, sample, things, provisional } = figure;
  const notes = [
    denominator === undefined
      ? sample === undefined
        ? null
        : things
          ? t('kpiPage.fromThings', { count: sample, things: say(things) })
          : t('kpiPage.fromSample', { count: sample })
      : t('kpiPage.partRows', { num: f.number(numerator ?? 0), den: f.number(denominator) }),
    provisional ? t('kpiPage.mayGrow') : null,
  ].filter((note) => note !== null);
  return (
    <span>
      {value === null ? (
        <span className="text-ink-3">{t('kpiPage.tooFew')}</span>
      ) : unit === 'hours' ? (
        t('kpiPage.hours', { count: value })
      ) : unit === 'count' ? (
        f.number(value)
      ) : (
        `${f.full(value, unit)}${unit === 'points' ? ` ${f.unit(unit)}` : ''}`
      )}
      {notes.length > 0 && <span className="ml-2 inline-block text-sm text-ink-3">{notes.join(' · ')}</span>}
    </span>
  );
}
