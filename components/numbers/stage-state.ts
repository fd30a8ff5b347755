/** Where a stage of the road stands. */
export type StageState = 'done' | 'current' | 'ahead' | 'regressed';
