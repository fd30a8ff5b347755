import { classNames } from '@/components/class-names';

/** A fairway seen from the bridge: two banks, the line between them, a can to port and a cone to starboard. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={classNames('size-8 shrink-0', className)} aria-hidden="true" data-mark="">
      <rect width="32" height="32" rx="8" fill="#12456b" />
      <path
        d="M0 22.5 C5 20.5 9 20.5 13.2 21.6 L14.8 8 H17.2 L18.8 21.6 C23 20.5 27 20.5 32 22.5 V24 A8 8 0 0 1 24 32 H8 A8 8 0 0 1 0 24Z"
        fill="#1d5f8f"
      />
      <path
        d="M16 28.5v-3.6M16 21.5v-2.7M16 15.6v-1.9M16 11v-1"
        stroke="#bfe1f7"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <path d="M6.4 12.6h5v6.8h-5z" fill="#ff8f7e" />
      <path d="M23.1 11.4 26.2 19.4H20z" fill="#7fe0a8" />
      <path d="M4.8 21.6h8.2M19 21.6h8.2" stroke="#ffffff" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}

/** The mark and, beside it, the name. */
export function Logo({ name, className }: { name: string; className?: string }) {
  return (
    <span className={classNames('inline-flex items-center gap-2.5 text-lg font-semibold text-ink', className)}>
      <Mark />
      <span>{name}</span>
    </span>
  );
}
