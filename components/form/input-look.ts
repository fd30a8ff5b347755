/** One look for all that is typed into. 16 px on a phone: anything smaller makes it zoom. */
export const inputLook =
  'block w-full min-h-10 max-md:min-h-11 rounded-md border border-line-strong bg-surface px-3 text-base max-md:text-lg text-ink placeholder:text-ink-3 hover:border-ink-3 aria-invalid:border-bad aria-invalid:inset-ring aria-invalid:inset-ring-bad disabled:bg-sunken disabled:text-ink-3';
