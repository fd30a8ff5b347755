'use client';
import { type Hue, hueFill } from '@/components/brand/hue';

export interface TooltipRow {
  name: string;
  text: string;
  hue: Hue;
}

/** What stands at the pointer. */
export function PlotTooltip({ title, rows, notes = [] }: { title: string; rows: TooltipRow[]; notes?: string[] }) {
  return (
    <div className="min-w-36 rounded-md border border-line bg-raised px-3 py-2 text-xs text-ink shadow-md">
      <p className="num mb-1 font-medium">{title}</p>
      {rows.map((row) => (
        <p key={row.name} className="num flex items-center justify-between gap-5 py-0.5">
          <span className="flex items-center gap-1.5 text-ink-2">
            <span className={`size-2 rounded-full ${hueFill[row.hue]}`} />
            {row.name}
          </span>
          <span className="font-semibold">{row.text}</span>
        </p>
      ))}
      {notes.map((note) => (
        <p key={note} className="mt-1 max-w-52 border-t border-line pt-1 text-ink-2">
          {note}
        </p>
      ))}
    </div>
  );
}
