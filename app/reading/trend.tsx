import { ActionForm } from '@/app/forms/action-form';
import { FormText } from '@/app/forms/form-text';
import { mechanismHue } from '@/app/shell/mechanism-hue';
import { LineChart } from '@/components/charts/line-chart';
import { SubmitButton } from '@/components/form/submit-button';
import { Card } from '@/components/shell/card';
import { addressWith } from '@/components/table/address';
import { ExportLinks } from '@/components/table/export-links';
import type { SeriesPoint } from '@/domain/measurements/read-series';
import type { Reading } from '@/domain/measurements/reading';
import type { Note } from '@/domain/notes/list-notes';
import { maxDay } from '@/lib/day';
import { noteOnChart } from './actions';
import { chartFormat } from './chart-format';
import type { KpiPage } from './kpi-page';
import { NoteList } from './note-list';

/** The line over time, with target, pass mark, notes, and the stretch that may still change. */
export function Trend({
  kpi,
  asked,
  search,
  path,
  reader,
  reading,
  series,
  notes,
  mayNote,
  slug,
}: KpiPage & { reading: Reading; series: SeriesPoint[]; notes: Note[]; mayNote: boolean; slug: string }) {
  const { t, f, say } = reader;
  const openFrom = series[series.findLastIndex((point) => point.status === 'final' || point.status === 'restated') + 1];
  const last = series.at(-1)?.day ?? '';
  // A note lies at the first point that its day is not after, and says its own day.
  const pointOf = (day: string) => series.find((point) => point.day >= day)?.day ?? last;
  const back = addressWith(path, search, { refused: null });
  return (
    <Card pad="lg">
      <LineChart
        caption={t('kpiPage.trendCaption', { title: say(kpi.title), window: t(`window.${asked.window}`) })}
        x={series.map((point) => ({ key: point.day, label: f.dayShort(point.day) }))}
        xHead={t('kpiPage.day')}
        series={[
          { name: say(kpi.title), values: series.map((point) => point.value), hue: mechanismHue[kpi.mechanism] },
        ]}
        target={{ name: t('kpiPage.full'), value: reading.anchors.anchors.target }}
        anchors={[{ name: t('kpiPage.pass'), value: reading.anchors.anchors.pass }]}
        notes={notes.map((note) => ({ at: pointOf(note.day), text: note.text, label: f.dayShort(note.day) }))}
        provisional={openFrom ? { from: openFrom.day, label: t('kpiPage.provisionalFrom') } : undefined}
        format={chartFormat(reader.locale, kpi.unit)}
        tableLabel={t('kpiPage.asTable')}
        none={t('kpiPage.noValue')}
        height="lg"
      />
      <div className="mt-4 flex flex-wrap items-start justify-between gap-x-6 border-t border-line pt-3">
        {mayNote && (
          <details className="open:grow">
            <summary className="inline-flex min-h-9 items-center rounded-xs text-sm font-medium text-brand">
              {t('kpiPage.addNote')}
            </summary>
            <ActionForm action={noteOnChart.bind(null, slug, back)} known={['day', 'text']} className="mt-3">
              <div className="flex flex-wrap items-start gap-3">
                <FormText name="day" type="date" label={t('kpiPage.day')} defaultValue={maxDay(last, asked.at ?? '')} />
                <div className="min-w-60 grow">
                  <FormText name="text" label={t('kpiPage.note')} hint={t('kpiPage.noteHint')} maxLength={300} />
                </div>
                <div className="pt-6">
                  <SubmitButton variant="secondary" pending={t('kpiPage.addingNote')}>
                    {t('kpiPage.addNote')}
                  </SubmitButton>
                </div>
              </div>
            </ActionForm>
          </details>
        )}
        {notes.length > 0 && <NoteList reader={reader} notes={notes} slug={slug} back={back} mayNote={mayNote} />}
        <ExportLinks
          label={t('kpiPage.trend')}
          items={[
            {
              href: addressWith(`${path}/series`, {}, { window: asked.window, at: asked.at }),
              label: t('kpiPage.exportSeries'),
            },
          ]}
        />
      </div>
    </Card>
  );
}
