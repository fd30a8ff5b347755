import type { Upload } from '@/domain/ingest/uploads';
import type { Access } from '@/domain/tenants/access';
import { seal, unseal } from '@/lib/seal';

// The tenant is part of the purpose: a ticket that leaks opens nothing elsewhere.
const purpose = (access: Access): string => `upload of ${access.tenant.id}`;

/** A stored upload as it may stand in an address. */
export const ticketOf = (access: Access, upload: Upload): string => seal(JSON.stringify(upload), purpose(access));

/** The upload of a ticket; null for one that is not ours or not this tenant's. */
export function uploadOf(access: Access, ticket: string | undefined): Upload | null {
  const text = ticket ? unseal(ticket, purpose(access)) : null;
  return text ? (JSON.parse(text) as Upload) : null;
}
