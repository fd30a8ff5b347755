import type { Reader } from '@/app/shell/reader';
import type { Change } from '@/components/numbers/change';
import type { Tone } from '@/components/status/tone';
import type { Reading } from '@/domain/measurements/reading';
import type { KpiDeclaration } from '@/kpis/kpi';
import { spokenChange } from './spoken-change';
import { uncompared } from './uncompared';

const statusTone: Record<Reading['status'], Tone> = {
  provisional: 'info',
  final: 'good',
  restated: 'warn',
  stale: 'warn',
  empty: 'neutral',
};

/** The change of a value against an earlier one, in words; colour by what is better for this KPI. */
export function changeView(
  { t, f }: Reader,
  kpi: Pick<KpiDeclaration, 'unit' | 'direction'>,
  now: number | null,
  before: number | null,
  label?: string,
): Change | undefined {
  if (now === null || before === null) return undefined;
  const size = f.change(now, before, kpi.unit);
  // Two values that look the same did not move.
  if (!/[1-9]/.test(size))
    return { direction: 'flat', tone: 'neutral', text: t('change.same'), label, spoken: t('change.same') };
  const better = now > before === (kpi.direction === 'higher');
  const direction = now > before ? 'up' : 'down';
  return {
    direction,
    tone: better ? 'good' : 'bad',
    text: size,
    label,
    spoken: spokenChange({ t }, { direction, size, against: label, better }),
  };
}

/** A reading in the reader's words and formats. */
export function readingView(reader: Reader, kpi: KpiDeclaration, reading: Reading, now: Date) {
  const { t, f, word } = reader;
  const unit = f.unit(kpi.unit);
  return {
    value: reading.value === null ? null : f.value(reading.value, kpi.unit),
    unit: unit || undefined,
    reason: reading.value === null ? word('reason', reading.reason ?? 'none') : undefined,
    status: { tone: statusTone[reading.status], label: t(`status.${reading.status}`) },
    target: { label: t('kpiPage.target'), text: f.full(reading.anchors.anchors.target, kpi.unit) },
    change: changeView(reader, kpi, reading.value, reading.previous?.value ?? null, t('change.against')),
    uncompared: uncompared(reader, reading),
    age: reading.asOf ? f.ago(reading.asOf, now) : undefined,
    score: reading.score === null ? null : f.number(reading.score),
  };
}
