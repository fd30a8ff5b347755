import { hueFill, hueOrder } from '@/components/brand/hue';
import { ChartFrame } from './chart-frame';
import { ChartLegend } from './chart-legend';
import { ChartTable } from './chart-table';
import type { ColumnChartProps } from './column-chart-props';
import { ColumnLayer } from './column-layer';
import { formatter } from './format';
import { niceScale } from './nice-scale';

/** Amounts over time as stacked columns. Drawn by the server first; readers get the table. */
export function ColumnChart(props: ColumnChartProps) {
  const { caption, captionHidden = false, x, xHead, series, format, tableLabel, none, height } = props;
  const hues = series.map((one, index) => one.hue ?? hueOrder[index % hueOrder.length]!);
  const sums = x.map((_, at) => series.reduce((sum, one) => sum + (one.values[at] ?? 0), 0));
  const scale = niceScale(sums, 0);
  const write = formatter(format);
  return (
    <figure className="min-w-0">
      <figcaption className={captionHidden ? 'sr-only' : 'mb-1.5 font-semibold'}>{caption}</figcaption>
      <div className="mb-4">
        <ChartLegend items={series.map((one, index) => ({ name: one.name, kind: 'bar', hue: hues[index]! }))} />
      </div>
      <div aria-hidden="true">
        <ChartFrame scale={scale} format={format} labels={x.map((point) => point.label)} inset={0.5} height={height}>
          <ColumnLayer
            points={x.map((point) => point.label)}
            series={series.map(({ name, values }) => ({ name, values }))}
            hues={hues}
            scale={scale}
            format={format}
          >
            <div className="absolute inset-0 flex">
              {x.map((point, at) => (
                <span key={point.key} className="flex h-full min-w-0 flex-1 justify-center">
                  <span className="flex w-4/5 flex-col-reverse">
                    {series.map((one, index) => (
                      <span
                        key={one.name}
                        data-mark=""
                        className={hueFill[hues[index]!]}
                        style={{ height: `${((one.values[at] ?? 0) / scale.max) * 100}%` }}
                      />
                    ))}
                  </span>
                </span>
              ))}
            </div>
          </ColumnLayer>
        </ChartFrame>
      </div>
      <ChartTable
        label={tableLabel}
        caption={caption}
        head={[xHead, ...series.map((one) => one.name)]}
        rows={x.map((point, at) => [
          point.label,
          ...series.map((one) =>
            one.values[at] === null || one.values[at] === undefined ? none : write(one.values[at]),
          ),
        ])}
      />
    </figure>
  );
}
