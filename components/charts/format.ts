/** How a chart writes its numbers. Plain data, so that it can cross from the server to the browser. */
export interface ChartFormat {
  locale: string;
  options?: Intl.NumberFormatOptions;
  /** Put after the number, with its own space if it wants one (" d"). */
  suffix?: string;
}

export function formatter({ locale, options, suffix = '' }: ChartFormat): (value: number) => string {
  const format = new Intl.NumberFormat(locale, options);
  return (value) => `${format.format(value)}${suffix}`;
}
