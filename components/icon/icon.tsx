import { classNames } from '@/components/class-names';

/** Strokes on a 20 × 20 grid; how they are drawn stands once, in globals.css. */
const paths = {
  today: 'M3 9.2 10 3.5l7 5.7M5 8v8.5h10V8M8.2 16.5v-4.8h3.6v4.8',
  index: 'M3.5 13.8a6.8 6.8 0 1 1 13 0M10 13.2l3-4.6M10 13.2h.01M3.5 13.8h1.6M14.9 13.8h1.6',
  roadmap: 'M6 17 8.6 3M14 17 11.4 3M10 4.2v1.6M10 9v2M10 14.2v2M3.5 17h13',
  feeds:
    'M4 5.5c0-1.1 2.7-2 6-2s6 .9 6 2-2.7 2-6 2-6-.9-6-2ZM4 5.5v9c0 1.1 2.7 2 6 2s6-.9 6-2v-9M4 10c0 1.1 2.7 2 6 2s6-.9 6-2',
  mail: 'M3 5.5h14v9.5H3zM3.4 6l6.6 5 6.6-5',
  settings: 'M3.5 6h6.2M13.8 6h2.7M3.5 14h2.7M10.3 14h6.2M11.7 4v4M8.2 12v4',
  people:
    'M7.5 9.3a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.5 16.3c.4-2.7 2.4-4.2 5-4.2s4.6 1.5 5 4.2M13 4a2.7 2.7 0 0 1 0 5.2M14.7 12.4c1.5.6 2.5 1.9 2.8 3.9',
  rows: 'M3 5h14M3 10h14M3 15h14M7.5 5v10',
  columns: 'M3.5 4.5h13v11h-13zM7.8 4.5v11M12.2 4.5v11',
  bell: 'M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13zM8.3 17.2h3.4',
  check: 'm4.5 10.5 3.6 3.6 7.4-8.1',
  good: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM6.9 10.2l2.2 2.2 4-4.4',
  warn: 'M10 3.3 17.6 16.5H2.4zM10 8v4M10 14.2v.01',
  bad: 'M6.9 3h6.2L17 6.9v6.2L13.1 17H6.9L3 13.1V6.9zM10 6.7v4M10 13.2v.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.3v4M10 6.7v.01',
  neutral: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7 10h6',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6.3V10l2.6 1.6',
  'arrow-up': 'M10 16V4.5M5.2 9.2 10 4.4l4.8 4.8',
  'arrow-down': 'M10 4v11.5M5.2 10.8l4.8 4.8 4.8-4.8',
  'arrow-right': 'M4 10h11.5M10.8 5.2l4.8 4.8-4.8 4.8',
  'arrow-flat': 'M4.5 7.7h11M4.5 12.3h11',
  'chevron-right': 'm7.8 5 5 5-5 5',
  'chevron-left': 'm12.2 5-5 5 5 5',
  'chevron-down': 'm5 7.8 5 5 5-5',
  file: 'M5 2.8h6.3L15.5 7v10.2H5zM11 3v4.3h4.3',
  upload: 'M10 13V4M6 7.7 10 3.7l4 4M3.5 12.8v3.7h13v-3.7',
  download: 'M10 3.5v9M6 8.7l4 4 4-4M3.5 12.8v3.7h13v-3.7',
  plus: 'M10 4.2v11.6M4.2 10h11.6',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13.2 13.2l3.6 3.6',
  filter: 'M3 5h14l-5.4 6.2v4.6l-3.2-1.6v-3z',
  sun: 'M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2',
  moon: 'M16.3 11.9A6.8 6.8 0 0 1 8.1 3.7a6.8 6.8 0 1 0 8.2 8.2Z',
  screen: 'M3 4h14v9H3zM7.5 16.5h5M10 13v3.5',
  globe: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM3.2 10h13.6M10 3c2 2 3 4.3 3 7s-1 5-3 7c-2-2-3-4.3-3-7s1-5 3-7Z',
  menu: 'M3.5 6h13M3.5 10h13M3.5 14h13',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  close: 'm5 5 10 10M15 5 5 15',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  retry: 'M16 10a6 6 0 1 1-1.9-4.4M16.3 3.3v3.2h-3.2',
  note: 'M4 3.5h12v9l-4 4H4zM12 16.3v-3.9h3.9',
  flag: 'M5 17.5V3M5 3.8h9.5l-2 3.3 2 3.3H5',
  external: 'M11 4h5v5M15.8 4.2 9.5 10.5M13.5 11.5v4.7H4V6.5h4.7',
  sort: 'm6.5 8 3.5-3.5L13.5 8M6.5 12l3.5 3.5 3.5-3.5',
} as const;

export type IconName = keyof typeof paths;

/** A drawn sign, as large as its text unless `className` sets a size. Decorative: the words stand beside it, or `label` speaks for it. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={classNames('icon', !className?.includes('size-') && 'size-[1.15em]', className)}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={paths[name]} strokeWidth={name === 'more' ? 2.4 : undefined} />
    </svg>
  );
}
