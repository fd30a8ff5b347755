import { expect, test } from 'vitest';
import { renderDigest } from './digest';
import type { Action, DigestProps, MilestoneLine } from './digest-props';

const milestone = (over: Partial<MilestoneLine> = {}): MilestoneLine => ({
  title: 'On time in full at 90 %',
  href: 'https://fairway.example/acme/roadmap/m1',
  status: 'at_risk',
  dueOn: '2026-06-30',
  unit: '%',
  current: 84.26,
  target: 90,
  forecastOn: '2026-09-14',
  ...over,
});

const props = (over: Partial<DigestProps> = {}): DigestProps => ({
  digest: 'daily',
  locale: 'en',
  zone: 'Europe/Berlin',
  day: '2026-03-05',
  tenant: 'Morning Sail Trading',
  data: {
    feeds: 4,
    awaited: 3,
    late: [{ name: 'Carrier file', hours: 51, silent: false }],
    openRejects: 12,
    lastDay: '2026-03-04',
    measured: 6,
    provisional: 3,
    compared: 5,
    kpis: 7,
  },
  changes: [
    {
      title: 'On time in full',
      href: 'https://fairway.example/acme/kpis/on-time-in-full',
      unit: '%',
      window: '28d',
      value: 84.26,
      previous: { day: '2026-02-05', value: 88.41 },
      better: false,
      cause: { dimension: 'carrier', key: 'Blue Line', of: 'value', from: 91.1, to: 72.5 },
    },
    {
      title: 'Country concentration',
      href: 'https://fairway.example/acme/kpis/country-concentration',
      unit: 'points',
      window: '365d',
      value: 2431,
      previous: { day: '2026-02-05', value: 2510 },
      better: true,
      cause: { dimension: 'country', key: 'DE', of: 'share', from: 31.2, to: 29.9 },
    },
    {
      title: 'Data silo index',
      href: 'https://fairway.example/acme/kpis/data-silo-index',
      unit: 'ratio',
      window: '28d',
      value: 0.21,
      previous: { day: '2026-02-05', value: 0.24 },
      better: true,
      cause: { dimension: 'pair', key: 'order_line→product', of: 'value', from: null, to: 0.94 },
    },
  ],
  milestones: { total: 9, counts: { on_track: 5, at_risk: 3, reached: 1 }, lines: [milestone()] },
  action: { kind: 'rejects', href: 'https://fairway.example/acme/feeds/f1', count: 12, feed: 'Shop orders' },
  weekly: null,
  links: {
    today: 'https://fairway.example/acme',
    roadmap: 'https://fairway.example/acme/roadmap',
    feeds: 'https://fairway.example/acme/feeds',
    settings: 'https://fairway.example/acme/digests',
    unsubscribe: 'https://fairway.example/unsubscribe/token',
  },
  ...over,
});

const weekly: Partial<DigestProps> = {
  digest: 'weekly',
  weekly: {
    index: 63.4,
    indexBefore: 61.9,
    stage: 2,
    reweighedOn: '2026-03-02',
    reanchored: ['Repeat purchase rate'],
    mechanisms: [
      {
        mechanism: 'data-driven',
        href: 'https://fairway.example/acme/mechanisms/data-driven',
        score: 71.2,
        before: 70,
        coverage: 0.66,
        lowest: { title: 'Repeat purchase rate', score: 41 },
      },
      {
        mechanism: 'ecosystem',
        href: 'https://fairway.example/acme/mechanisms/ecosystem',
        score: null,
        before: null,
        coverage: 0.4,
        lowest: null,
      },
    ],
    overdue: [milestone({ status: 'late', dueOn: '2026-02-20' })],
    due: [
      { days: 30, lines: [milestone({ status: 'on_track', dueOn: '2026-03-20' })] },
      { days: 60, lines: [] },
      { days: 90, lines: [] },
    ],
  },
};

/** What a reader sees of the HTML. */
const visible = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

const numbers = (text: string): string[] => text.match(/\d[\d.,:–]*/g) ?? [];

const actions: Action[] = [
  { kind: 'connect', href: 'https://fairway.example/a' },
  { kind: 'rejects', href: 'https://fairway.example/a', count: 1, feed: 'Shop' },
  { kind: 'late_feed', href: 'https://fairway.example/a', feed: 'Shop', hours: 100 },
  { kind: 'late_feed', href: 'https://fairway.example/a', feed: 'Shop', hours: null },
  { kind: 'weak_kpi', href: 'https://fairway.example/a', kpi: 'On time', mechanism: 'collaboration', score: 31.6 },
  { kind: 'milestone', href: 'https://fairway.example/a', milestone: 'One', status: 'late' },
  { kind: 'none', href: 'https://fairway.example/a' },
];

const empty: Partial<DigestProps> = {
  data: {
    feeds: 0,
    awaited: 0,
    late: [],
    openRejects: 0,
    lastDay: null,
    measured: 0,
    provisional: 0,
    compared: 0,
    kpis: 7,
  },
  changes: [],
  milestones: { total: 0, counts: {}, lines: [] },
};

const variants: [string, Partial<DigestProps>][] = [
  ['daily', {}],
  ['weekly', weekly],
  ['with nothing in it', empty],
  ['with a feed that is empty', { data: { ...props().data, late: [{ name: 'New', hours: null, silent: false }] } }],
  ['with a silent feed', { data: { ...props().data, late: [{ name: 'Old', hours: 900, silent: true }] } }],
  ['with feeds of the past alone', { data: { ...props().data, awaited: 0, late: [] } }],
  ['with all fresh', { data: { ...props().data, late: [], openRejects: 0 }, changes: [] }],
  ['before any value can be compared', { data: { ...props().data, compared: 0 }, changes: [] }],
  ['without a cause', { changes: [{ ...props().changes[0]!, cause: null }] }],
  ...(['no_data', 'ahead', 'on_track', 'at_risk', 'late', 'reached', 'regressed'] as const).map(
    (status): [string, Partial<DigestProps>] => [
      `with a milestone ${status}`,
      {
        milestones: {
          total: 1,
          counts: { [status]: 1 },
          lines: [milestone({ status, current: null, forecastOn: null })],
        },
      },
    ],
  ),
  ...actions.map((action): [string, Partial<DigestProps>] => [`that asks to ${action.kind}`, { action }]),
];

test('that nothing moved is said only where something could be compared', () => {
  const says = (measured: number, compared: number) =>
    renderDigest(props({ data: { ...props().data, measured, compared }, changes: [] })).text;
  expect(says(6, 5)).toContain('Nothing moved by more than a rounding error.');
  expect(says(6, 0)).toContain('No value can be compared with an earlier one yet.');
  expect(says(0, 0)).toContain('No KPI has a value yet.');
});

test.each(variants)(
  'a digest %s is complete in both languages, and its text has all that its HTML has',
  (_name, over) => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const { subject, html, text } = renderDigest(props({ ...over, locale }));
      expect(html).toContain(`<html lang="${locale}">`);
      expect(subject.length).toBeLessThan(120);
      // The preview line repeats what is said below it.
      const seen = visible(html);
      for (const number of numbers(seen)) expect(text).toContain(number);
      for (const [, href] of html.matchAll(/href="([^"]+)"/g)) expect(text).toContain(href!.replaceAll('&amp;', '&'));
      expect(`${seen}${text}`).not.toMatch(/undefined|NaN|\[object|digest\.|\{\w+\}/);
      if (locale === 'zh-CN') expect(seen).toMatch(/\p{Script=Han}{4}/u);
      else expect(seen.replace(/[→“”]/g, '')).not.toMatch(/\p{Script=Han}/u);
    }
  },
);

test('feeds of the past alone are not called fresh, and others are not counted among them', () => {
  const state = (data: Partial<DigestProps['data']>) =>
    renderDigest(props({ data: { ...props().data, late: [], ...data } })).text;
  expect(state({ feeds: 2, awaited: 0 })).toContain('No feed is expected to bring more');
  expect(state({ feeds: 4, awaited: 3 })).toContain('All 3 feeds are fresh.');
});

test('subjects have one form', () => {
  expect(renderDigest(props()).subject).toBe('Fairway daily · Morning Sail Trading · Mar 5, 2026');
  expect(renderDigest(props({ locale: 'zh-CN', tenant: '晨帆贸易', ...weekly })).subject).toBe(
    'Fairway 每周简报 · 晨帆贸易 · 2026年3月5日',
  );
});

test('sections stand in their fixed order', () => {
  const { text } = renderDigest(props(weekly));
  const places = ['feeds is late', 'What changed', 'Scores', 'Milestones', 'Overdue', 'Due in', 'One thing to do'].map(
    (title) => text.indexOf(title),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

test('a change tells its size, comparison and cause: percentages in points', () => {
  const { text } = renderDigest(props());
  expect(text).toContain('* On time in full: 84.3% (worse: -4.1 pts)');
  expect(text).toContain('28 days; 88.4% on Feb 5, 2026');
  expect(text).toContain('Likely cause: Carrier Blue Line, from 91.1% to 72.5%');
  expect(text).toContain('Likely cause: Country Germany, whose share went from 31.2% to 29.9%');
  expect(text).toContain('Likely cause: Join pair Order line → product, from nothing to 0.94');
  expect(renderDigest(props({ locale: 'zh-CN' })).text).toContain('（变差：-4.1 个百分点）'.slice(1, -1));
});

test('a change is what lies between the two figures that stand beside it', () => {
  const near = {
    ...props().changes[0]!,
    unit: 'ratio' as const,
    value: 0.3049,
    previous: { day: '2026-02-05', value: 0.3051 },
  };
  const { text } = renderDigest(props({ changes: [near] }));
  expect(text).toContain(': 0.30 (worse: -0.01)');
  expect(text).toContain('28 days; 0.31 on');
});

test('what people typed stays text: no tags, no second line, no second header', () => {
  const nasty = '<script>alert("x")</script>\r\nBcc: a@b.c\u202e & {count}';
  const { subject, html, text } = renderDigest(
    props({
      tenant: nasty,
      data: { ...props().data, late: [{ name: nasty, hours: 51, silent: false }] },
      changes: [{ ...props().changes[0]!, cause: { dimension: 'carrier', key: nasty, of: 'value', from: 1, to: 2 } }],
      milestones: { total: 1, counts: { late: 1 }, lines: [milestone({ title: nasty, status: 'late' })] },
      action: { kind: 'rejects', href: 'https://fairway.example/a', count: 2, feed: nasty },
    }),
  );
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; Bcc: a@b.c &amp; {count}');
  for (const part of [subject, text]) {
    expect(part).not.toMatch(/^Bcc:/m);
    expect(part).not.toContain('\u202e');
    expect(part).toContain('<script>alert("x")</script> Bcc: a@b.c');
  }
  expect(subject).not.toMatch(/[\r\n]/);
});

test('a group whose name looks like a path is its own name', () => {
  const { text } = renderDigest(
    props({
      changes: [
        { ...props().changes[0]!, cause: { dimension: 'channel', key: 'shop.example', of: 'value', from: 1, to: 2 } },
      ],
    }),
  );
  expect(text).toContain('Likely cause: Channel shop.example, from 1.0% to 2.0%');
});

test('is readable without pictures, in 600 px, light and dark', () => {
  const { html } = renderDigest(props(weekly));
  expect(html).not.toMatch(/<img|<link|@import|url\(/);
  expect(html).toContain('max-width:600px');
  expect(html).toContain('prefers-color-scheme: dark');
  expect(Buffer.byteLength(html)).toBeLessThan(90_000);
});
