import { classNames } from '@/components/class-names';
import { Icon, type IconName } from '@/components/icon/icon';
import { type Tone, toneIcon, toneSoft, toneText } from './tone';

/** A state in a sign and a word. `quiet` leaves the background away, for rows with many of them. */
export function StatusBadge({
  tone,
  label,
  icon,
  quiet = false,
}: {
  tone: Tone;
  label: string;
  icon?: IconName;
  quiet?: boolean;
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 align-middle text-xs font-medium whitespace-nowrap',
        toneText[tone],
        !quiet && classNames('rounded-full py-0.5 pr-2.5 pl-1.5', toneSoft[tone]),
      )}
    >
      <Icon name={icon ?? toneIcon[tone]} className="size-4" />
      {label}
    </span>
  );
}
