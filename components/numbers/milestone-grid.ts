/** The columns that the head and the rows of a milestone list share on a desktop; the forecast’s holds the longest day in Chinese behind its word. */
export const milestoneGrid =
  '@4xl:grid-cols-[minmax(13rem,2.2fr)_minmax(6.5rem,1.2fr)_4.5rem_4.5rem_7.5rem_minmax(10rem,1.2fr)_minmax(5rem,.8fr)] @4xl:gap-x-5';
