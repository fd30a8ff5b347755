export interface Scale {
  min: number;
  max: number;
  width: number;
  height: number;
  /** Room kept free above and below. */
  pad?: number;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** The y of a value in the drawing. */
export function yOf(value: number, { min, max, height, pad = 0 }: Scale): number {
  const share = max === min ? 0.5 : (value - min) / (max - min);
  return round(pad + (1 - share) * (height - 2 * pad));
}

/** Evenly spaced points as an SVG path; a null breaks the line. A lone point becomes a short stroke. */
export function linePath(points: (number | null)[], scale: Scale): string {
  const step = points.length > 1 ? scale.width / (points.length - 1) : 0;
  let path = '';
  points.forEach((point, index) => {
    if (point === null) return;
    const x = round(index * step);
    const starts = index === 0 || points[index - 1] === null;
    path += `${starts ? 'M' : 'L'}${x} ${yOf(point, scale)}`;
    const alone = starts && (index === points.length - 1 || points[index + 1] === null);
    if (alone) path += 'h.01';
  });
  return path;
}

/** The area under the line, one closed shape a stretch without gaps. */
export function areaPath(points: (number | null)[], scale: Scale): string {
  const step = points.length > 1 ? scale.width / (points.length - 1) : 0;
  let path = '';
  let from: number | null = null;
  for (let index = 0; index <= points.length; index++) {
    const point = points[index] ?? null;
    if (point !== null && from === null) from = index;
    if (point === null && from !== null) {
      const stretch = points.slice(from, index);
      const line = stretch.map((value, at) => `${round((from! + at) * step)} ${yOf(value!, scale)}`).join('L');
      path += `M${round(from * step)} ${scale.height}L${line}L${round((index - 1) * step)} ${scale.height}Z`;
      from = null;
    }
  }
  return path;
}
