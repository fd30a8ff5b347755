import { hueOrder } from '@/components/brand/hue';
import { ChartFrame } from './chart-frame';
import { ChartLegend } from './chart-legend';
import { NoteFlags, NoteList } from './chart-notes';
import { ChartTable } from './chart-table';
import { formatter } from './format';
import type { LineChartProps } from './line-chart-props';
import { LineLayer } from './line-layer';
import { LineStandIn } from './line-stand-in';
import { plotLines, plotScale, readingOrder } from './plot';

/**
 * Lines over time with their target, anchors and notes. The server draws all of it; a pointer's tooltip comes later.
 * Readers get the table instead of the drawing.
 */
export function LineChart(props: LineChartProps) {
  const {
    caption,
    captionHidden = false,
    x,
    xHead,
    series,
    notes = [],
    provisional,
    format,
    tableLabel,
    none,
    min,
    max,
    height,
  } = props;
  const lines = plotLines(props);
  const scale = plotScale(lines, min, max);
  const hues = series.map((one, index) => one.hue ?? hueOrder[index % hueOrder.length]!);
  const write = formatter(format);
  const share = (key: string) => x.findIndex((point) => point.key === key) / Math.max(1, x.length - 1);
  const flags = notes
    .map((note) => ({
      ...note,
      at: share(note.at),
      label: note.label ?? x.find((point) => point.key === note.at)?.label ?? '',
    }))
    .filter((note) => note.at >= 0);
  const open = provisional ? share(provisional.from) : -1;
  if (series.every((one) => one.values.every((value) => value === null))) {
    return (
      <figure className="min-w-0">
        <figcaption className={captionHidden ? 'sr-only' : 'mb-1.5 font-semibold'}>{caption}</figcaption>
        <p className="py-10 text-center text-ink-3">{none}</p>
      </figure>
    );
  }
  return (
    <figure className="min-w-0">
      <figcaption className={captionHidden ? 'sr-only' : 'mb-1.5 font-semibold'}>{caption}</figcaption>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <ChartLegend
          items={readingOrder(lines).map((line) => ({
            name: line.name,
            kind: line.kind,
            hue: line.kind === 'series' ? hues[line.index]! : 'muted',
          }))}
        />
        {provisional && open >= 0 && (
          <p className="ml-auto flex items-center gap-1.5 text-xs text-ink-2">
            <span aria-hidden="true" className="h-2.5 w-4.5 rounded-xs border border-line-strong bg-sunken" />
            {provisional.label}
          </p>
        )}
      </div>
      <div aria-hidden="true">
        <ChartFrame scale={scale} format={format} labels={x.map((point) => point.label)} height={height}>
          {open >= 0 && (
            <span
              className="absolute inset-y-0 right-0 border-l border-line bg-sunken"
              style={{ left: `${open * 100}%` }}
            />
          )}
          <LineLayer
            points={x.map((point) => point.label)}
            lines={lines}
            hues={hues}
            scale={scale}
            format={format}
            notes={notes.map((note) => ({ at: x.findIndex((point) => point.key === note.at), text: note.text }))}
          >
            <LineStandIn lines={lines} hues={hues} scale={scale} />
          </LineLayer>
          <NoteFlags notes={flags} />
        </ChartFrame>
      </div>
      <NoteList notes={flags} />
      <ChartTable
        label={tableLabel}
        caption={caption}
        head={[xHead, ...readingOrder(lines).map((line) => line.name)]}
        rows={x.map((point, index) => [
          point.label,
          ...readingOrder(lines).map((line) => {
            const value = line.values[index];
            return value === null || value === undefined ? none : write(value);
          }),
        ])}
      />
    </figure>
  );
}
