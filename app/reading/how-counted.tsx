import { Facts } from '@/components/numbers/facts';
import { Ratio } from '@/components/numbers/ratio';
import { Card } from '@/components/shell/card';
import { Section } from '@/components/shell/section';
import { addressWith } from '@/components/table/address';
import { isOpen } from '@/domain/anchors/anchor-set';
import type { Reading } from '@/domain/measurements/reading';
import { amountOf } from './amount';
import { isDivision } from './is-division';
import type { KpiPage } from './kpi-page';

/** The formula in words, and the value as some of all, with ways to the rows of each and to those left out. */
export function HowCounted({ kpi, search, path, base, reader, currency, reading }: KpiPage & { reading: Reading }) {
  const { t, f, say, word } = reader;
  const basis = `${t(`basis.${kpi.basis}`)} (${kpi.basis})`;
  const amount = amountOf(kpi, reader, currency);
  const rows = (part: string | null) =>
    `${addressWith(path, search, { part, cursor: null, dim: null, key: null })}#rows`;
  const { kind } = kpi.measure;
  const [inLabel, ofLabel] =
    kind === 'repeat'
      ? [t('kpiPage.repeatBuyers'), t('kpiPage.buyers')]
      : kind === 'concentration'
        ? [t('kpiPage.largest'), t('kpiPage.allRevenue')]
        : [t('kpiPage.numerator'), t('kpiPage.denominator')];
  const excluded = Object.entries(reading.excluded).sort(([, a], [, b]) => b - a);
  const left = excluded.map(([reason, count]) => ({
    label: word('excluded', reason),
    text: f.number(count),
    href: rows('excluded'),
  }));
  return (
    <Section title={t('kpiPage.how')}>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="space-y-4">
          {reading.value !== null && isDivision(kpi) && (
            <Ratio
              numerator={{
                label: inLabel,
                text: amount(reading.numerator),
                href: rows('numerator'),
              }}
              denominator={{ label: ofLabel, text: amount(reading.denominator), href: rows(null) }}
              result={{ label: t('kpiPage.result'), text: f.full(reading.value, kpi.unit) }}
              left={left}
            />
          )}
          <Card pad="lg">
            <p className="text-xs font-medium text-ink-3">{t('kpiPage.formula')}</p>
            <p className="mt-1 max-w-[46em]">{say(kpi.formula)}</p>
            {!isDivision(kpi) && left.length > 0 && (
              <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-3 text-sm text-ink-3">
                {left.map((part) => (
                  <li key={part.label}>
                    {t('kpiPage.notCounted')}{' '}
                    <a href={part.href} className="rounded-xs underline underline-offset-3 hover:text-ink">
                      {part.label}
                    </a>{' '}
                    <span className="num font-medium text-ink-2">{part.text}</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
        <Card pad="lg">
          <Facts
            items={[
              {
                term: t('kpiPage.anchors'),
                text: reading.anchors.own ? t('anchors.ownBasis', { basis }) : basis,
              },
              { term: t('kpiPage.definition'), text: String(reading.definition) },
              ...Object.entries(reading.companions)
                .filter(([name, value]) => value !== null && word('companion', name) !== name)
                .map(([name, value]) => ({
                  term: word('companion', name),
                  text: /share|^cr/.test(name) ? f.percent(value!) : f.number(value!, value! < 100 ? 2 : 0),
                })),
            ]}
          />
          <p className="mt-3 text-sm text-ink-3">{say(kpi.benchmark)}</p>
          {isOpen(kpi) && (
            <p className="mt-2 text-sm">
              <a href={`${base}/settings/anchors/${kpi.id}`} className="rounded-xs text-brand hover:underline">
                {t('anchors.see')}
              </a>
            </p>
          )}
          {kpi.measure.kind === 'coverage' && (
            <p className="mt-2 text-sm">
              <a href={`${base}/settings/pairs`} className="rounded-xs text-brand hover:underline">
                {t('pairsPage.see')}
              </a>
            </p>
          )}
        </Card>
      </div>
    </Section>
  );
}
