import type { DigestProps, MilestoneLine } from '@/emails/digest-props';
import { addDays, type Day, daysBetween } from '@/lib/day';
import type { Milestone } from '../../milestones/list-milestones';
import type { Pages } from './pages';

const most = 5;

function milestoneLine(milestone: Milestone, pages: Pages, locale: 'zh-CN' | 'en'): MilestoneLine {
  const { status, dueOn, unit, current, target } = milestone;
  return {
    title: milestone.title[locale === 'en' ? 'en' : 'zh'],
    href: pages.milestone(milestone.id),
    status,
    dueOn,
    unit,
    current,
    target,
    forecastOn: status === 'reached' ? null : (milestone.forecast?.on ?? null),
  };
}

/** What needs a look comes first: lost, overdue, at risk, then just reached. */
const order: Milestone['status'][] = ['regressed', 'late', 'at_risk', 'reached'];

/** The milestones' standing in numbers, and those that need a look or were reached within the week. */
export function milestonesOf(
  all: Milestone[],
  today: Day,
  pages: Pages,
  locale: 'zh-CN' | 'en',
): DigestProps['milestones'] {
  const counts: DigestProps['milestones']['counts'] = {};
  for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
  const lines = all
    .filter((m) => order.includes(m.status))
    .filter((m) => m.status !== 'reached' || (m.reachedOn !== null && m.reachedOn > addDays(today, -7)))
    .sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.dueOn.localeCompare(b.dueOn))
    .slice(0, most)
    .map((m) => milestoneLine(m, pages, locale));
  return { total: all.length, counts, lines };
}

/** Weekly: what is overdue, and what falls due in the next 30, 60 and 90 days (each once). */
export function outlookOf(
  all: Milestone[],
  today: Day,
  pages: Pages,
  locale: 'zh-CN' | 'en',
): Pick<NonNullable<DigestProps['weekly']>, 'overdue' | 'due'> {
  const open = all.filter((m) => m.status !== 'reached').sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  const between = (from: number, to: number): MilestoneLine[] =>
    open
      .filter((m) => daysBetween(today, m.dueOn) >= from && daysBetween(today, m.dueOn) <= to)
      .map((m) => milestoneLine(m, pages, locale));
  return {
    overdue: between(Number.NEGATIVE_INFINITY, -1),
    due: [
      { days: 30, lines: between(0, 30) },
      { days: 60, lines: between(31, 60) },
      { days: 90, lines: between(61, 90) },
    ],
  };
}
