export type Search = Record<string, string | string[] | undefined>;

/** What a page is given; `Names` are the parts of its address in square brackets. */
export interface PageProps<Names extends string = never> {
  params: Promise<Record<Names, string>>;
  searchParams: Promise<Search>;
}
