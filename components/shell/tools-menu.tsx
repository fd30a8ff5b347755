import type { ReactNode } from 'react';
import { Icon } from '@/components/icon/icon';

/** Switches and the like: in a row where there is room, behind one button on the phone. No script. */
export function ToolsMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <button
        type="button"
        popoverTarget="shell-tools"
        aria-label={label}
        className="ml-auto inline-flex size-11 items-center justify-center rounded-md text-ink-2 hover:bg-sunken md:hidden"
      >
        <Icon name="more" className="size-6" />
      </button>
      <div
        id="shell-tools"
        popover="auto"
        className="inset-auto top-14 right-3 m-0 w-64 flex-col items-stretch gap-3 rounded-lg border border-line bg-raised p-3 text-ink shadow-md [&:popover-open]:flex md:static md:ml-auto md:flex md:w-auto md:flex-row md:items-center md:border-0 md:bg-transparent md:p-0 md:shadow-none"
      >
        {children}
      </div>
    </>
  );
}
