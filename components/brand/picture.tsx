import { classNames } from '@/components/class-names';

/** Small drawings for empty places, in the tokens' colours. */
const drawings = {
  channel: (
    <>
      <path d="M10 74c16-12 26-22 34-42M110 74C94 62 84 52 76 32" className="stroke-line-strong" />
      <path d="M60 76v-8M60 60v-7M60 45v-5" className="stroke-brand" />
      <path d="M22 46h9v14h-9zM93 44l6 16H87z" className="fill-brand-soft stroke-brand" />
      <path d="M17 64h19M83 64h21" className="stroke-brand" />
    </>
  ),
  file: (
    <>
      <path d="M40 14h28l16 16v46H40z" className="fill-surface stroke-line-strong" />
      <path d="M68 14v16h16" className="stroke-line-strong" />
      <path d="M49 44h26M49 53h26M49 62h16" className="stroke-line-strong" />
      <path d="M96 40v26M86 56l10 10 10-10" className="stroke-brand" />
    </>
  ),
  feeds: (
    <>
      <path d="M20 20h24v16H20zM20 54h24v16H20z" className="fill-surface stroke-line-strong" />
      <path d="M44 28h14c8 0 8 17 16 17M44 62h14c8 0 8-17 16-17" className="stroke-brand" strokeDasharray="1 5" />
      <path d="M74 34h26v22H74z" className="fill-brand-soft stroke-brand" />
      <path d="M81 49v-3M87 49v-8M93 49v-5" className="stroke-brand" />
    </>
  ),
  mail: (
    <>
      <path d="M28 26h64v42H28z" className="fill-surface stroke-line-strong" />
      <path d="m29 28 31 24 31-24" className="stroke-brand" />
      <circle cx="92" cy="26" r="7" className="fill-brand-soft stroke-brand" />
    </>
  ),
  search: (
    <>
      <path d="M24 24h48M24 36h32M24 48h28M24 60h40" className="stroke-line-strong" />
      <circle cx="76" cy="46" r="15" className="fill-surface stroke-brand" />
      <path d="m87 57 12 12" className="stroke-brand" />
    </>
  ),
};

export type PictureName = keyof typeof drawings;

export function Picture({ name, className }: { name: PictureName; className?: string }) {
  return (
    <svg
      viewBox="0 0 120 88"
      className={classNames('h-20 w-28', className)}
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {drawings[name]}
    </svg>
  );
}
