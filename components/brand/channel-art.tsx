/** A sea chart of a channel: depth lines, the dredged way, its marks. Decoration for pages outside a tenant. */
export function ChannelArt({ className }: { className?: string }) {
  const depths = [
    'M-20 640 C120 560 190 520 230 420 S330 210 520 150 760 90 900 -20',
    'M-20 560 C90 500 150 460 190 370 S300 160 480 100 690 40 780 -20',
    'M-20 470 C60 430 110 390 150 310 S260 110 420 60 580 10 640 -20',
    'M60 760 C200 640 260 590 300 490 S400 290 580 230 800 150 900 70',
    'M200 760 C300 660 340 620 380 540 S480 350 640 300 820 230 900 170',
    'M340 760 C400 690 430 660 470 590 S560 420 700 370 850 310 900 270',
  ];
  const marks = [
    { x: 186, y: 520, cone: false },
    { x: 286, y: 560, cone: true },
    { x: 252, y: 372, cone: false },
    { x: 348, y: 418, cone: true },
    { x: 372, y: 232, cone: false },
    { x: 446, y: 292, cone: true },
    { x: 560, y: 140, cone: false },
    { x: 604, y: 216, cone: true },
  ];
  return (
    <svg
      viewBox="0 0 800 720"
      preserveAspectRatio="xMidYMid slice"
      className={className}
      aria-hidden="true"
      data-mark=""
    >
      <rect width="800" height="720" fill="#0d3553" />
      <path
        d="M-20 640 C120 560 190 520 230 420 S330 210 520 150 760 90 900 -20 V70 C800 150 760 170 580 230 S340 390 300 490 200 640 60 760 H-20Z"
        fill="#174f78"
      />
      <path d="M-20 470 C60 430 110 390 150 310 S260 110 420 60 580 10 640 -20 H-20Z" fill="#0a2b45" />
      <path d="M340 760 C400 690 430 660 470 590 S560 420 700 370 850 310 900 270 V760Z" fill="#0a2b45" />
      {depths.map((d) => (
        <path key={d} d={d} fill="none" stroke="#5fa3d3" strokeOpacity=".38" strokeWidth="1.2" />
      ))}
      <path
        d="M40 730 C170 610 215 560 262 455 S365 250 548 190 770 110 860 30"
        fill="none"
        stroke="#cfe8f8"
        strokeWidth="2"
        strokeDasharray="2 12"
        strokeLinecap="round"
      />
      {marks.map(({ x, y, cone }) => (
        <g key={x} transform={`translate(${x} ${y})`}>
          <ellipse cy="15" rx="15" ry="4" fill="#061f33" opacity=".55" />
          {cone ? <path d="M0-16 9 14H-9z" fill="#7fe0a8" /> : <path d="M-8-12H8V14H-8z" fill="#ff8f7e" />}
        </g>
      ))}
    </svg>
  );
}
