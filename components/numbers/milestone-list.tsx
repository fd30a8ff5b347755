import type { ReactNode } from 'react';
import { milestoneGrid } from './milestone-grid';

export interface MilestoneHeads {
  milestone: string;
  value: string;
  target: string;
  due: string;
  forecast: string;
  owner: string;
}

/** Milestones below one another, comparable by column on a desktop. */
export function MilestoneList({
  label,
  heads,
  children,
}: {
  label: string;
  heads: MilestoneHeads;
  children: ReactNode;
}) {
  return (
    <div className="@container overflow-hidden rounded-lg border border-line bg-surface">
      <div
        aria-hidden="true"
        className={`${milestoneGrid} hidden border-b border-line bg-sunken px-4 py-2 text-xs font-medium text-ink-3 @4xl:grid`}
      >
        <span>{heads.milestone}</span>
        <span />
        <span className="text-right">{heads.value}</span>
        <span className="text-right">{heads.target}</span>
        <span>{heads.due}</span>
        <span>{heads.forecast}</span>
        <span>{heads.owner}</span>
      </div>
      <ul aria-label={label} className="divide-y divide-line">
        {children}
      </ul>
    </div>
  );
}
