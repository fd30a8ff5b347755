import { type Formats, formatsFor } from '@/i18n/formats';
import type { Block, Row, Tone } from './block';
import type { Action, ChangeLine, DigestProps, MilestoneLine } from './digest-props';
import { oneLine } from './escape';
import type { Mail } from './mail';
import { renderHtml } from './render-html';
import { renderText } from './render-text';
import { type Words, wordsIn } from './words';

interface Pen {
  /** A text of messages `digest`. */
  t: (key: string, values?: Record<string, string | number>) => string;
  /** Any text of the product, for what pages and mails call alike. */
  w: Words;
  f: Formats;
}

/** Dimensions whose keys are country codes. */
const countries = new Set(['country']);

function dataState({ t, w, f }: Pen, { data }: DigestProps): Block {
  if (data.feeds === 0) return { kind: 'state', tone: 'neutral', title: t('data.none'), details: [] };
  const details = data.late.map((feed) =>
    feed.hours === null
      ? t('data.lateUnknown', { feed: oneLine(feed.name) })
      : t(feed.silent ? 'data.silentFor' : 'data.lateBy', { feed: oneLine(feed.name), time: f.hours(feed.hours) }),
  );
  if (data.openRejects > 0) details.push(t('data.rejects', { count: data.openRejects }));
  if (data.lastDay) details.push(t('data.until', { day: f.day(data.lastDay) }));
  details.push(t('data.measured', { measured: data.measured, kpis: data.kpis, provisional: data.provisional }));
  const late = data.late.length;
  if (data.awaited === 0) return { kind: 'state', tone: 'neutral', title: w('today.noneAwaited'), details };
  const tone: Tone = late > 0 ? 'warn' : 'good';
  const title =
    late > 0 ? t('data.late', { count: late, feeds: data.awaited }) : t('data.fresh', { feeds: data.awaited });
  return { kind: 'state', tone, title, details };
}

/** A group as the pages call it; what has no name of ours (a carrier, a channel) is its own name. */
const groupName = (w: Words, key: string): string =>
  // Keys of messages are paths: a dot in a group's name would lead elsewhere.
  !key.includes('.') && w.has(`value.${key}`) ? w(`value.${key}`) : oneLine(key);

function causeText({ t, w, f }: Pen, { cause, unit }: ChangeLine): string {
  if (!cause) return t('changes.noCause');
  const name = t('changes.group', {
    dimension: w(`dim.${cause.dimension}`),
    key: countries.has(cause.dimension) ? f.country(cause.key) : groupName(w, cause.key),
  });
  const value = (amount: number | null) =>
    amount === null ? t('changes.nothing') : f.full(amount, cause.of === 'share' ? '%' : unit);
  return t(cause.of === 'share' ? 'changes.causeShare' : 'changes.cause', {
    name,
    from: value(cause.from),
    to: value(cause.to),
  });
}

function changeRow(pen: Pen, line: ChangeLine): Row {
  const { t, w, f } = pen;
  return {
    title: line.title,
    href: line.href,
    figure: f.full(line.value, line.unit),
    tone: line.better ? 'good' : 'bad',
    word: t(line.better ? 'changes.better' : 'changes.worse', {
      change: f.change(line.value, line.previous.value, line.unit),
    }),
    details: [
      t('changes.compared', {
        window: w(`window.${line.window}`),
        previous: f.full(line.previous.value, line.unit),
        day: f.day(line.previous.day),
      }),
      causeText(pen, line),
    ],
  };
}

/** Why no change is listed: only where values are held against earlier ones did nothing move. */
function noChanges({ t }: Pen, { measured, compared }: DigestProps['data']): string {
  if (measured === 0) return t('changes.noValues');
  return t(compared > 0 ? 'changes.none' : 'changes.notYet');
}

const milestoneTone: Record<MilestoneLine['status'], Tone> = {
  no_data: 'neutral',
  ahead: 'good',
  on_track: 'good',
  at_risk: 'warn',
  late: 'bad',
  reached: 'good',
  regressed: 'bad',
};

function milestoneRow({ t, w, f }: Pen, line: MilestoneLine): Row {
  const details = [
    t('milestones.due', { day: f.day(line.dueOn), target: f.full(line.target, line.unit) }),
    ...(line.forecastOn ? [t('milestones.forecast', { day: f.day(line.forecastOn) })] : []),
  ];
  return {
    title: line.title,
    href: line.href,
    figure: line.current === null ? t('milestones.noValue') : f.full(line.current, line.unit),
    tone: milestoneTone[line.status],
    word: w(`roadmap.status.${line.status}`),
    details,
  };
}

function milestones(pen: Pen, { milestones: all, links }: DigestProps): Block[] {
  const { t, w } = pen;
  if (all.total === 0) return [{ kind: 'paragraph', text: t('milestones.none') }];
  const counts = Object.entries(all.counts).map(([status, count]) =>
    t('milestones.count', { status: w(`roadmap.status.${status}`), count: count ?? 0 }),
  );
  const blocks: Block[] = [{ kind: 'paragraph', text: pen.f.list(counts) }];
  if (all.lines.length > 0) blocks.push({ kind: 'rows', rows: all.lines.map((line) => milestoneRow(pen, line)) });
  return [...blocks, { kind: 'links', links: [{ label: t('links.roadmap'), href: links.roadmap }] }];
}

function action({ t, w, f }: Pen, given: Action): Block {
  const words = (): Record<string, string | number> => {
    switch (given.kind) {
      case 'rejects':
        return { count: given.count, feed: oneLine(given.feed) };
      case 'late_feed':
        return { feed: oneLine(given.feed), time: given.hours === null ? '' : f.hours(given.hours) };
      case 'weak_kpi':
        return { kpi: given.kpi, mechanism: w(`mechanism.${given.mechanism}`), score: f.number(given.score) };
      case 'milestone':
        return { milestone: oneLine(given.milestone), status: w(`roadmap.status.${given.status}`) };
      default:
        return {};
    }
  };
  const key = given.kind === 'late_feed' && given.hours === null ? 'late_feed_unknown' : given.kind;
  return {
    kind: 'action',
    text: t(`action.${key}.text`, words()),
    button: { label: t(`action.${key}.button`), href: given.href },
  };
}

function scores(pen: Pen, week: NonNullable<DigestProps['weekly']>): Block[] {
  const { t, w, f } = pen;
  const score = (value: number | null) => (value === null ? t('scores.insufficient') : f.number(value, 1));
  const against = (now: number | null, before: number | null): string | undefined =>
    now === null || before === null
      ? undefined
      : t('scores.change', { change: f.change(now, before, 'score'), before: f.number(before, 1) });
  const rows: Row[] = week.mechanisms.map((line) => ({
    title: w(`mechanism.${line.mechanism}`),
    href: line.href,
    figure: score(line.score),
    word: against(line.score, line.before),
    details: [
      t('scores.coverage', { percent: f.percent(line.coverage, 0) }),
      ...(line.lowest ? [t('scores.lowest', { kpi: line.lowest.title, score: f.number(line.lowest.score) })] : []),
    ],
  }));
  if (week.stage !== null) {
    rows.unshift({
      title: t('scores.index'),
      figure: score(week.index),
      word: against(week.index, week.indexBefore),
      details: [t('scores.stage', { stage: week.stage })],
    });
  }
  return [
    { kind: 'heading', text: t('heading.scores') },
    { kind: 'rows', rows },
    ...(week.reweighedOn
      ? [{ kind: 'paragraph' as const, text: t('scores.reweighed', { day: f.day(week.reweighedOn) }) }]
      : []),
    ...(week.reanchored.length
      ? [{ kind: 'paragraph' as const, text: t('scores.reanchored', { kpis: f.list(week.reanchored) }) }]
      : []),
  ];
}

function outlook(pen: Pen, week: NonNullable<DigestProps['weekly']>): Block[] {
  const { t } = pen;
  const part = (title: string, lines: MilestoneLine[], none: string): Block[] => [
    { kind: 'heading', text: title },
    lines.length > 0
      ? { kind: 'rows', rows: lines.map((line) => milestoneRow(pen, line)) }
      : { kind: 'paragraph', text: none },
  ];
  return [
    ...part(t('heading.overdue'), week.overdue, t('outlook.noneOverdue')),
    ...week.due.flatMap(({ days, lines }) =>
      part(t('heading.due', { from: days === 30 ? 0 : days - 29, to: days }), lines, t('outlook.noneDue')),
    ),
  ];
}

/** Renders a digest. Fixed order: data state, changes, (weekly: scores,) milestones, (weekly: outlook,) one action, links. */
export function renderDigest(props: DigestProps): Mail {
  const w = wordsIn(props.locale);
  const pen: Pen = { t: (key, values) => w(`digest.${key}`, values), w, f: formatsFor(props.locale, props.zone) };
  const { t, f } = pen;
  const tenant = oneLine(props.tenant);
  const day = f.day(props.day);
  const state = dataState(pen, props);
  const blocks: Block[] = [
    state,
    { kind: 'heading', text: t('heading.changes') },
    props.changes.length > 0
      ? { kind: 'rows', rows: props.changes.map((line) => changeRow(pen, line)) }
      : { kind: 'paragraph', text: noChanges(pen, props.data) },
    ...(props.weekly ? scores(pen, props.weekly) : []),
    { kind: 'heading', text: t('heading.milestones') },
    ...milestones(pen, props),
    ...(props.weekly ? outlook(pen, props.weekly) : []),
    { kind: 'heading', text: t('heading.action') },
    action(pen, props.action),
    {
      kind: 'links',
      links: [
        { label: t('links.today'), href: props.links.today },
        { label: t('links.feeds'), href: props.links.feeds },
      ],
    },
  ];
  const subject = t(`subject.${props.digest}`, { tenant, day });
  const letter = {
    locale: props.locale,
    subject,
    preview: state.kind === 'state' ? state.title : '',
    brand: t('brand'),
    title: tenant,
    subtitle: t(`subtitle.${props.digest}`, { day: f.weekday(props.day) }),
    blocks,
    footer: {
      lines: [t('footer.why', { tenant }), t('footer.zone', { zone: props.zone })],
      links: [
        { label: t('links.settings'), href: props.links.settings },
        { label: t('links.unsubscribe'), href: props.links.unsubscribe },
      ],
    },
  };
  return { subject, html: renderHtml(letter), text: renderText(letter) };
}
