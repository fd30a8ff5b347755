import type { Hue } from '@/components/brand/hue';
import type { IconName } from '@/components/icon/icon';

export interface NavItem {
  href: string;
  label: string;
  /** The label on the phone's bottom bar, where it must be short. */
  short?: string;
  icon: IconName;
  /** Current on this very address only, not on those below it. */
  exact?: boolean;
  badge?: { text: string; label: string };
  items?: { href: string; label: string; hue?: Hue }[];
  /** False keeps it off the phone's bar; it is in the phone's menu then. */
  phone?: boolean;
}
