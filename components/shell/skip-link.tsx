/** The first stop of the keyboard: past the navigation, to the page itself (`#content`). */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-brand px-4 py-2 font-medium text-on-brand focus:translate-y-0"
    >
      {label}
    </a>
  );
}
