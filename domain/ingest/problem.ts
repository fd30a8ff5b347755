/** What is wrong with one value or row. The sentence is messages problems.<code>, filled by `params`. */
export interface Problem {
  code: string;
  field?: string;
  value?: string;
  params?: Record<string, string | number>;
}
