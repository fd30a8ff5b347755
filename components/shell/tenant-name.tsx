import { Icon } from '@/components/icon/icon';

/** Whose house one is in; a link where one may change it. `label` is for readers ("Tenant"). */
export function TenantName({ label, name, note, href }: { label: string; name: string; note?: string; href?: string }) {
  const content = (
    <>
      <span className="sr-only">{label}: </span>
      <span className="min-w-0">
        <span className="block truncate text-base font-medium text-ink">{name}</span>
        {note && <span className="block truncate text-xs text-ink-3">{note}</span>}
      </span>
    </>
  );
  if (!href) return <div className="flex min-w-0 items-center">{content}</div>;
  return (
    <a href={href} className="flex min-h-11 min-w-0 items-center gap-1.5 rounded-md px-1.5 hover:bg-sunken">
      {content}
      <Icon name="chevron-down" className="size-4 text-ink-3" />
    </a>
  );
}
