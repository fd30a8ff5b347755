import { mechanismHue } from '@/app/shell/mechanism-hue';
import { BarList } from '@/components/charts/bar-list';
import { ShareBars } from '@/components/charts/share-bars';
import { Tabs } from '@/components/form/tabs';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import { addressWith } from '@/components/table/address';
import { ExportLinks } from '@/components/table/export-links';
import type { Breakdown as Parts } from '@/domain/measurements/read-kpi';
import type { Reading } from '@/domain/measurements/reading';
import { amountOf } from './amount';
import { keyName } from './key-name';
import type { KpiPage } from './kpi-page';

const fewest = 12;
/** More than these are for a file. */
const most = 500;

/** The value by channel, country, carrier …; each line leads to its rows. */
export function Breakdown({
  kpi,
  asked,
  search,
  path,
  reader,
  currency,
  reading,
}: KpiPage & { reading: Reading & { by?: Parts } }) {
  const { t, f, word } = reader;
  if (kpi.dims.length === 0) return null;
  const amount = amountOf(kpi, reader, currency);
  const shares = kpi.measure.kind === 'concentration';
  const dim = asked.by!;
  const rows = reading.by?.dim === dim ? reading.by.rows : [];
  const shown = asked.allGroups ? most : fewest;
  const top = rows.slice(0, shown);
  const rest = rows.slice(shown);
  const write = (value: number | null) => (value === null ? '–' : shares ? f.percent(value) : f.full(value, kpi.unit));
  // Groups by outcome are all in or all out: there the share of each is what is asked, not its rate.
  const outcomes =
    !shares && rows.length > 1 && rows.every((row) => row.numerator === 0 || row.numerator === row.denominator);
  const all = rows.reduce((sum, row) => sum + row.denominator, 0);
  const items = top.map((row) => ({
    key: row.key,
    name: keyName(reader, dim, row.key),
    value: outcomes ? row.denominator : (row.value ?? 0),
    text: outcomes ? f.percent(row.denominator / all) : write(row.value),
    note: shares
      ? amount(row.numerator)
      : outcomes
        ? t('kpiPage.rowsCount', { count: row.denominator })
        : t('kpiPage.partRows', { num: f.number(row.numerator), den: f.number(row.denominator) }),
    href: `${addressWith(path, search, { dim, key: row.key, part: null, cursor: null })}#rows`,
  }));
  const head: [string, string] = [word('dim', dim), t(shares || outcomes ? 'kpiPage.share' : 'kpiPage.value')];
  const caption = t('kpiPage.byDim', { dim: word('dim', dim) });
  return (
    <Section
      id="by"
      title={t('kpiPage.byTitle')}
      text={t('kpiPage.byText')}
      actions={
        <Tabs
          variant="segments"
          label={t('kpiPage.byTitle')}
          items={kpi.dims.map((one) => ({
            href: `${addressWith(path, search, { by: one === kpi.dims[0] ? null : one, groups: null })}#by`,
            label: word('dim', one),
            current: one === dim,
          }))}
        />
      }
    >
      <Card pad="lg">
        {items.length === 0 ? (
          <p className="text-ink-3">{t('kpiPage.byEmpty')}</p>
        ) : shares ? (
          <ShareBars caption={caption} captionHidden head={head} rows={items} />
        ) : (
          <BarList
            caption={caption}
            captionHidden
            head={head}
            rows={items}
            hue={mechanismHue[kpi.mechanism]}
            max={outcomes ? all : kpi.unit === '%' ? 100 : kpi.unit === 'ratio' ? 1 : undefined}
          />
        )}
        {rows.length > fewest && (
          <div className="num mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line pt-3 text-sm text-ink-3">
            {rest.length > 0 && (
              <p>
                {t('kpiPage.more', {
                  count: rest.length,
                  sum: shares
                    ? f.percent(rest.reduce((sum, row) => sum + (row.value ?? 0), 0))
                    : t('kpiPage.rowsCount', { count: rest.reduce((sum, row) => sum + row.denominator, 0) }),
                })}
              </p>
            )}
            <a
              href={`${addressWith(path, search, { groups: asked.allGroups ? null : 'all' })}#by`}
              data-keep-place=""
              className="inline-flex min-h-8 items-center rounded-xs font-medium text-brand hover:underline"
            >
              {asked.allGroups
                ? t('kpiPage.fewer', { count: fewest })
                : t('kpiPage.showMore', { count: Math.min(rows.length, most) })}
            </a>
            <ExportLinks
              label={t('kpiPage.byTitle')}
              items={[
                {
                  href: addressWith(
                    `${path}/groups`,
                    {},
                    { at: asked.at ?? reading.at, window: asked.window, by: dim },
                  ),
                  label: t('kpiPage.exportGroups'),
                  note: t('kpiPage.exportNote', { count: rows.length }),
                },
              ]}
            />
          </div>
        )}
      </Card>
    </Section>
  );
}
