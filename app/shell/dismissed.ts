/** The cookie in which a person's browser keeps the announcements that were put away. */
export const dismissedCookie = 'dismissed';

const most = 8;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids in the cookie. */
export const dismissedIn = (cookie: string | undefined): string[] =>
  (cookie ?? '').split('.').filter((x) => id.test(x));

/** The cookie with one more; the oldest fall out. Anything that is no id changes nothing. */
export const withDismissed = (cookie: string | undefined, added: string): string =>
  [...dismissedIn(cookie).filter((known) => known !== added), ...(id.test(added) ? [added] : [])]
    .slice(-most)
    .join('.');
