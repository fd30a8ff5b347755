import type { Command } from './command';
import { accountReset } from './commands/account-reset';
import { accountSignout } from './commands/account-signout';
import { accountUnlock } from './commands/account-unlock';
import { adminGrant } from './commands/admin-grant';
import { adminList } from './commands/admin-list';
import { adminRevoke } from './commands/admin-revoke';
import { dbMigrate } from './commands/db-migrate';
import { dbStatus } from './commands/db-status';
import { demoReset } from './commands/demo-reset';
import { demoSeed } from './commands/demo-seed';
import { digestSend } from './commands/digest-send';
import { feedAdd } from './commands/feed-add';
import { feedSync } from './commands/feed-sync';
import { feedUpload } from './commands/feed-upload';
import { keyCreate } from './commands/key-create';
import { keyList } from './commands/key-list';
import { keyRevoke } from './commands/key-revoke';
import { keysRotate } from './commands/keys-rotate';
import { kpiRecompute } from './commands/kpi-recompute';
import { kpiShow } from './commands/kpi-show';
import { memberInvite } from './commands/member-invite';
import { memberList } from './commands/member-list';
import { tenantCreate } from './commands/tenant-create';
import { tenantErase } from './commands/tenant-erase';
import { tenantExport } from './commands/tenant-export';
import { tenantList } from './commands/tenant-list';
import { tenantResume } from './commands/tenant-resume';
import { tenantSuspend } from './commands/tenant-suspend';

/** Every command. What is not listed here does not exist: parsing, usage and help derive from it. */
export const commands: readonly Command[] = [
  tenantCreate,
  tenantList,
  tenantSuspend,
  tenantResume,
  tenantExport,
  tenantErase,
  adminGrant,
  adminRevoke,
  adminList,
  accountReset,
  accountUnlock,
  accountSignout,
  memberInvite,
  memberList,
  keyCreate,
  keyList,
  keyRevoke,
  feedAdd,
  feedSync,
  feedUpload,
  kpiRecompute,
  kpiShow,
  digestSend,
  keysRotate,
  dbMigrate,
  dbStatus,
  demoSeed,
  demoReset,
];
