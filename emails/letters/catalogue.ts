import { addressChanged } from './address-changed';
import { addressKnown } from './address-known';
import { alreadyRegistered } from './already-registered';
import { authenticatorRemoved } from './authenticator-removed';
import { authenticatorSetUp } from './authenticator-set-up';
import { confirmAddress } from './confirm-address';
import { erasureCancelled } from './erasure-cancelled';
import { erasureRequested } from './erasure-requested';
import { exportReady } from './export-ready';
import { invitation } from './invitation';
import type { LetterKind } from './letter';
import { passwordChanged } from './password-changed';
import { proveDomain } from './prove-domain';
import { resetPassword } from './reset-password';
import { signInLink } from './sign-in-link';
import { tenantResumed } from './tenant-resumed';
import { tenantSuspended } from './tenant-suspended';
import { verifyAddress } from './verify-address';

// Each letter fits its own props alone; by the name that waits with the props the two find each other again.
const letters = [
  invitation,
  authenticatorRemoved,
  authenticatorSetUp,
  verifyAddress,
  signInLink,
  resetPassword,
  passwordChanged,
  proveDomain,
  confirmAddress,
  alreadyRegistered,
  addressKnown,
  addressChanged,
  tenantSuspended,
  tenantResumed,
  exportReady,
  erasureRequested,
  erasureCancelled,
] as const;

export const letterByName: ReadonlyMap<string, LetterKind> = new Map(
  letters.map((letter): [string, LetterKind] => [letter.name, letter as unknown as LetterKind]),
);
