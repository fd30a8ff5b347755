/** Where a person's start page leads: into the only firm, or to a choice of them. */
export const homeOf = (tenants: readonly { slug: string }[]): string =>
  tenants.length === 1 ? `/${tenants[0]!.slug}` : '/';
