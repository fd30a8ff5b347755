import { readingJson, Window } from '@/api/shapes/reading';
import { readKpi } from '@/domain/measurements/read-kpi';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { findKpi } from '@/kpis/catalogue';
import { isDay } from '@/lib/day';
import { command, say, UsageError } from '../command';
import { table } from '../table';
import { tenantAccess, tenantOption } from '../tenant-access';

export const kpiShow = command({
  noun: 'kpi',
  verb: 'show',
  summary: { en: 'Show a KPI’s value, or why there is none', zh: '显示指标值，或没有值的原因' },
  options: {
    tenant: tenantOption,
    at: { value: 'DAY', summary: { en: 'last day of the window, as 2026-03-31', zh: '窗口的最后一天，如 2026-03-31' } },
    window: { value: 'WINDOW', summary: { en: '28d, month or 365d', zh: '28d、month 或 365d' } },
    by: {
      value: 'DIMENSION',
      summary: { en: 'channel, country, carrier … where it has it', zh: 'channel、country、carrier 等（视指标而定）' },
    },
  },
  argument: { name: 'KPI', summary: { en: 'slug or code, such as C07', zh: '指标名或代码，如 C07' } },
  async run({ options, args, locale }) {
    if (options.at && !isDay(options.at))
      throw new UsageError(textOf(locale, 'errors.day_invalid', { value: options.at }));
    const window = options.window === undefined ? undefined : Window.safeParse(options.window).data;
    if (options.window && !window)
      throw new UsageError(textOf(locale, 'api.fields.not_one_of', { field: '--window', choices: '28d, month, 365d' }));
    const access = await tenantAccess(options.tenant!);
    const read = await withTenant(access, (work) =>
      readKpi(work, { kpi: args[0]!, at: options.at, window, by: options.by }),
    );
    const reading = readingJson(read, access.tenant.currency);
    const title = say(findKpi(reading.kpi)!.title, locale);
    const shown =
      reading.value === null ? `– (${reading.reason ?? reading.status})` : `${round(reading.value)} ${reading.unit}`;
    const facts: [string, string][] = [
      ['value', shown],
      ['window', `${reading.window}, ${reading.at}`],
      ['status', reading.status],
      ['fraction', `${reading.numerator ?? '–'} / ${reading.denominator ?? '–'}`],
      ['sample', String(reading.sample ?? '–')],
      ['score', reading.score === null ? '–' : String(round(reading.score))],
      ['asOf', reading.asOf ?? '–'],
      ['watermark', reading.watermark ?? '–'],
    ];
    const rows = (reading.by?.rows ?? []).map((r) => [
      r.key,
      r.value === null ? '–' : String(round(r.value)),
      String(r.sample ?? '–'),
    ]);
    return {
      data: reading,
      lines: [
        `${reading.kpi} ${title}`,
        ...facts.map(([name, text]) => `  ${textOf(locale, `cli.fact.${name}`)}: ${text}`),
        ...(reading.by
          ? table([reading.by.dim, textOf(locale, 'cli.fact.value'), textOf(locale, 'cli.fact.sample')], rows)
          : []),
      ],
    };
  },
});

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
