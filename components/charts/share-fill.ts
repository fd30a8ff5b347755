const steps = [100, 74, 54, 38, 26, 18];

/** The brand's colour, paler with each part: order is told by lightness, so it survives without hue. */
export function shareFill(index: number): string {
  const part = steps[Math.min(index, steps.length - 1)]!;
  return `color-mix(in oklab, var(--brand) ${part}%, var(--sunken))`;
}
