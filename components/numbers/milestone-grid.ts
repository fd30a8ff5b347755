/** The columns that the head and the rows of a milestone list share on a desktop. */
export const milestoneGrid =
  '@4xl:grid-cols-[minmax(13rem,2.2fr)_minmax(7rem,1.2fr)_4.5rem_4.5rem_7.5rem_minmax(8rem,1.2fr)_minmax(5rem,.8fr)] @4xl:gap-x-6';
