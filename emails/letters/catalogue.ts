import { authenticatorRemoved } from './authenticator-removed';
import { authenticatorSetUp } from './authenticator-set-up';
import { invitation } from './invitation';
import type { LetterKind } from './letter';
import { tenantResumed } from './tenant-resumed';
import { tenantSuspended } from './tenant-suspended';
import { verifyAddress } from './verify-address';

// Each letter fits its own props alone; by the name that waits with the props the two find each other again.
const letters = [
  invitation,
  authenticatorRemoved,
  authenticatorSetUp,
  verifyAddress,
  tenantSuspended,
  tenantResumed,
] as const;

export const letterByName: ReadonlyMap<string, LetterKind> = new Map(
  letters.map((letter): [string, LetterKind] => [letter.name, letter as unknown as LetterKind]),
);
