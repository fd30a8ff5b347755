/** What a person's authenticator secret is sealed for: no other row's can take its place. */
export const authenticatorPurpose = (userId: string): string => `authenticator ${userId}`;
