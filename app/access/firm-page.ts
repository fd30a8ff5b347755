/** The page that leads on to the provider of the firm that has proven a mail domain. */
export const firmPage = (domain: string, next: string): string =>
  `/sign-in/firm?${new URLSearchParams({ domain, next })}`;
