import { kpis } from '@/kpis/catalogue';
import { records } from '@/records/catalogue';
import { day, mapping, type World } from './test-world';

/**
 * not found: refused like an id that never was. nothing: answers as if there were nothing (another answer than A gets).
 * own: takes no id; works on the caller's own rows alone.
 */
type Outcome = 'not found' | 'nothing' | 'own';
type Call = [outcome: Outcome, args?: (w: World) => unknown[]];

const order = records.find((r) => r.name === 'order')!;

/** Every verb and how to reach for another tenant with it. A verb that is not listed fails in verbs.test.ts. */
export const calls: Record<string, Call> = {
  addressee: ['own', (w) => [w.user, 'daily']],
  deliveryRow: ['nothing', (w) => [w.delivery]],
  digestNow: ['own', () => [{ digest: 'daily' }]],
  digestReaders: ['own', () => ['daily']],
  dueDigests: ['own'],
  failDelivery: ['own', (w) => [w.delivery, new Error('no')]],
  getDelivery: ['not found', (w) => [w.delivery]],
  listDeliveries: ['nothing', () => [{ all: true }]],
  listSubscriptions: ['own', (w) => [w.user]],
  sendDigest: ['nothing', (w) => [w.delivery]],
  settleDelivery: ['own', (w) => [w.delivery, 'sent']],
  unfinishedDeliveries: ['nothing'],
  reopenDelivery: ['own', (w) => [w.delivery]],

  keepSummary: ['own'],

  archiveFeed: ['not found', (w) => [w.feed]],
  changeFeed: ['not found', (w) => [w.feed, { name: 'mine now' }]],
  connectFeed: ['own', () => [{ connector: 'file', name: `new ${Math.random()}` }]],
  feedRow: ['not found', (w) => [w.feed]],
  getFeed: ['not found', (w) => [w.feed]],
  listFeeds: ['nothing'],
  syncFeed: ['not found', (w) => [w.feed]],

  answerOnce: ['own', () => ['Alpharetta key', 'other', async () => ({ status: 200, body: {} })]],
  forgetAnswers: ['own'],

  executeRun: ['own', (w) => [w.run]],
  failRun: ['own', (w) => [w.run]],
  finishRun: ['own', (w) => [w.run, null]],
  getRun: ['not found', (w) => [w.run]],
  countRejects: ['not found', (w) => [{ runId: w.run }]],
  listRejects: ['not found', (w) => [{ runId: w.run }]],
  rejectsOf: ['not found', (w) => [{ runId: w.run }, []]],
  listRuns: ['nothing', (w) => [{ feedId: w.feed }]],
  previewFile: ['own', (w) => [{ upload: w.ownUpload, feedId: w.feed }]],
  removeUpload: ['not found', (w) => [w.upload]],
  checkUpload: ['not found', (w) => [w.upload]],
  replayRun: ['not found', (w) => [w.run]],
  settleRejects: ['own', (w) => [[w.reject], 'replayed', w.run]],
  startRecordsRun: ['not found', (w) => [{ feedId: w.feed, record: 'order', upload: w.ownUpload }]],
  startRun: ['not found', (w) => [{ feedId: w.feed, upload: w.ownUpload, mapping }]],
  takeRun: ['nothing', (w) => [w.run]],
  unfinishedRuns: ['nothing'],
  reopenRun: ['own', (w) => [w.run]],

  breakdown: ['own', () => [kpis[0], kpis[0]!.windows[0], day, kpis[0]!.dims[0]]],
  closeMeasurements: ['own'],
  dataDay: ['own'],
  dayAsked: ['own'],
  hasDirtyDays: ['own'],
  listCandidates: ['own', () => [{ at: day }]],
  listRestatements: ['nothing'],
  outdatedKpis: ['own'],
  definitionsOf: ['own'],
  markVolatileDays: ['own'],
  readAll: ['own'],
  readEvidence: ['own', () => [{ kpi: 'E07', at: day }]],
  readKpi: ['own', () => [{ kpi: 'E07', at: day, by: 'country' }]],
  readScores: ['own'],
  readSeries: ['own', () => [{ kpi: 'E07' }]],
  readSilos: ['own'],
  readStanding: ['own', () => [{ at: day }]],
  readToday: ['own'],
  recompute: ['own', () => [{ full: true }]],

  listWeightSets: ['nothing'],
  readWeights: ['nothing'],
  readWeightSet: ['not found', (w) => [w.weights]],
  setWeights: ['own', () => [{ levels: {}, reason: 'mine' }]],
  rulesOn: ['nothing', () => [[day]]],

  listAnchors: ['nothing'],
  listAnchorSets: ['nothing', () => [{ kpi: 'D01' }]],
  readAnchors: ['nothing', () => [{ kpi: 'D01' }]],
  readGates: ['nothing'],
  listGateSets: ['nothing', () => [{ stage: 1 }]],
  setGate: ['own', () => [{ stage: 2, conditions: null, reason: 'mine' }]],
  readPairWeights: ['nothing'],
  listPairWeightSets: ['nothing'],
  setPairWeights: ['own', () => [{ pairs: null, reason: 'mine' }]],
  setAnchors: ['own', () => [{ kpi: 'D06', anchors: null, reason: 'mine' }]],

  archiveMilestone: ['not found', (w) => [w.milestone]],
  changeMilestone: ['not found', (w) => [w.milestone, { target: 1 }]],
  createMilestone: ['own', () => [{ kpi: 'C07', target: 90, startOn: day, dueOn: '2027-01-01' }]],
  listMilestones: ['nothing', () => [{ includeArchived: true }]],
  plantMilestones: ['own'],
  requireMilestone: ['not found', (w) => [w.milestone]],
  restoreMilestone: ['not found', (w) => [w.milestone]],
  settleMilestones: ['own'],

  cancelErasure: ['own'],
  eraseTenant: ['own', () => [async () => 0]],
  failExport: ['own', (w) => [w.export, new Error('no')]],
  downloadExport: ['not found', (w) => [w.export]],
  getExport: ['not found', (w) => [w.export]],
  listExports: ['nothing'],
  requestErasure: ['own', () => [{ slug: 'x', password: 'y' }]],
  runExport: ['own', (w) => [w.export]],
  scheduleErasure: ['own', () => [14]],
  startExport: ['own'],
  tidyExports: ['own'],
  unfinishedExports: ['nothing'],

  auditDays: ['own'],
  forgetEntries: ['own'],
  listActors: ['nothing'],
  listEntries: ['nothing'],
  setAuditDays: ['own', () => [365]],

  addNote: ['own', () => [{ day, text: 'mine' }]],
  listNotes: ['nothing', () => [{ from: '2000-01-01', to: '2099-01-01' }]],
  removeNote: ['not found', (w) => [w.note]],

  readProvider: ['nothing'],
  saveProvider: [
    'own',
    () => [{ name: 'Mine', issuer: 'https://id.example', clientId: 'c', clientSecret: 's', newMemberRole: null }],
  ],
  removeProvider: ['own'],
  listDomains: ['nothing'],
  readDomain: ['not found', (w) => [w.domain]],
  addDomain: ['own', () => ['mine.example']],
  removeDomain: ['not found', (w) => [w.domain]],
  enforceDomain: ['not found', (w) => [w.domain, true]],
  markProven: ['not found', (w) => [w.domain, 'dns']],
  readAuthenticators: ['own'],
  requireAuthenticators: ['own', () => [false]],
  proveByDns: ['not found', (w) => [w.domain, async () => []]],
  requestDomainMail: ['not found', (w) => [w.domain, 'admin']],

  readRecords: ['nothing', () => [order, { limit: 10 }]],
  createKey: ['own', () => [{ name: 'mine', role: 'viewer' }]],
  listKeys: ['nothing'],
  revokeKey: ['not found', (w) => [w.key]],

  changeMember: ['not found', (w) => [w.user, { role: 'admin' }]],
  leaveTenant: ['own'],
  listMembers: ['nothing'],
  removeMember: ['not found', (w) => [w.user]],
  transferOwnership: ['not found', (w) => [{ to: w.user, firmName: w.firmName }]],

  inviteMember: ['own', () => [{ email: `${Math.random()}@example.com`, role: 'viewer' }]],
  listInvitations: ['nothing'],
  resendInvitation: ['not found', (w) => [w.invitation]],
  revokeInvitation: ['not found', (w) => [w.invitation]],

  changeTenant: ['own', () => [{ name: 'Mine now' }]],
  firmChannels: ['nothing'],
  readFirm: ['own'],
};
