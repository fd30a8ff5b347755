import type { Hue } from '@/components/brand/hue';

/** Tremor knows colours by these names; globals.css gives each our own value. */
export const tremorColour: Record<Hue, string> = {
  brand: 'brand',
  data: 'blue',
  collab: 'fuchsia',
  eco: 'teal',
  muted: 'stone',
};

/** Dashed and dotted by globals.css. */
export const targetColour = 'slate';
export const anchorColour = 'zinc';
