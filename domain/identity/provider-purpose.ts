/** What a provider's client secret is sealed for: no other firm's can take its place. */
export const providerPurpose = (tenantId: string): string => `identity provider ${tenantId}`;

/** The name of a firm's provider in addresses of the sign-in. */
export const providerId = (tenantId: string): string => `oidc-${tenantId}`;
