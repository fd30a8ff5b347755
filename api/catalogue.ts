import type { Operation } from './operation';
import { archiveFeed } from './operations/archive-feed';
import { archiveMilestone } from './operations/archive-milestone';
import { changeFeed } from './operations/change-feed';
import { changeMember } from './operations/change-member';
import { changeMilestone } from './operations/change-milestone';
import { checkFeed } from './operations/check-feed';
import { connectFeed } from './operations/connect-feed';
import { createInvitation } from './operations/create-invitation';
import { createKey } from './operations/create-key';
import { createMilestone } from './operations/create-milestone';
import { getFeed } from './operations/get-feed';
import { getRun } from './operations/get-run';
import { listAnchors } from './operations/list-anchors';
import { listAudit } from './operations/list-audit';
import { listCandidates } from './operations/list-candidates';
import { listConnectors } from './operations/list-connectors';
import { listFeeds } from './operations/list-feeds';
import { listGates } from './operations/list-gates';
import { listInvitations } from './operations/list-invitations';
import { listKeys } from './operations/list-keys';
import { listKpis } from './operations/list-kpis';
import { listMembers } from './operations/list-members';
import { listMilestones } from './operations/list-milestones';
import { listPairWeights } from './operations/list-pair-weights';
import { listRecords } from './operations/list-records';
import { listRejects } from './operations/list-rejects';
import { listRuns } from './operations/list-runs';
import { listWeights } from './operations/list-weights';
import { me } from './operations/me';
import { pushRecords } from './operations/push-records';
import { readAnchors } from './operations/read-anchors';
import { readEvidence } from './operations/read-evidence';
import { readGates } from './operations/read-gates';
import { readKpi } from './operations/read-kpi';
import { readPairWeights } from './operations/read-pair-weights';
import { readScores } from './operations/read-scores';
import { readSeries } from './operations/read-series';
import { readSilos } from './operations/read-silos';
import { readWeights } from './operations/read-weights';
import { removeMember } from './operations/remove-member';
import { replayRun } from './operations/replay-run';
import { resendInvitation } from './operations/resend-invitation';
import { revokeInvitation } from './operations/revoke-invitation';
import { revokeKey } from './operations/revoke-key';
import { setAnchors } from './operations/set-anchors';
import { setGate } from './operations/set-gate';
import { setPairWeights } from './operations/set-pair-weights';
import { setWeights } from './operations/set-weights';
import { syncFeed } from './operations/sync-feed';
import { uploadFiles } from './operations/upload-files';

/** Every operation. What is not listed here does not exist: routes, checks, the document and the wall suite derive from this. */
export const operations: readonly Operation[] = [
  me,
  listConnectors,
  listFeeds,
  connectFeed,
  getFeed,
  changeFeed,
  archiveFeed,
  checkFeed,
  syncFeed,
  uploadFiles,
  pushRecords,
  listRuns,
  getRun,
  listRejects,
  replayRun,
  listRecords,
  listKpis,
  readKpi,
  readSeries,
  readEvidence,
  readAnchors,
  listAnchors,
  setAnchors,
  readScores,
  readWeights,
  listWeights,
  setWeights,
  readGates,
  listGates,
  setGate,
  listMilestones,
  createMilestone,
  changeMilestone,
  archiveMilestone,
  readSilos,
  readPairWeights,
  listPairWeights,
  setPairWeights,
  listCandidates,
  listAudit,
  listMembers,
  changeMember,
  removeMember,
  listInvitations,
  createInvitation,
  resendInvitation,
  revokeInvitation,
  listKeys,
  createKey,
  revokeKey,
];
