import { markedSales } from '@/domain/test-sales';
import { joinPairs } from '@/kpis/data-driven/data-silo-index';
import type { Firm } from './firm';
import type { Audience } from './page-calls';

export interface ActionCall {
  of: Audience;
  /** All arguments, with the ids of `firm`. */
  args?: (firm: Firm) => unknown[];
  /** It says the same whether or not the thing was there; that nothing happened is seen in the tables. */
  quiet?: true;
}

const form = (fields: Record<string, string> = {}): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const none = {};
const ownerOf = (firm: Firm): string => `owner-${firm.slug}@${firm.mark.toLowerCase()}.example`;
const mapping = (firm: Firm): FormData => {
  const { target, columns, constants, timezone } = markedSales(firm.mark).mapping;
  return form({
    target,
    targetWas: target,
    timezone,
    ...Object.fromEntries(Object.entries(columns).map(([field, column]) => [`column.${field}`, column])),
    ...Object.fromEntries(Object.entries(constants).map(([field, value]) => [`constant.${field}`, value])),
  });
};

const tenant = 'app/[tenant]';

/** Every server action, in an order in which the firm itself could carry them out. One that is not listed fails the suite. */
export const actionCalls: Record<string, ActionCall> = {
  [`${tenant}/digests/actions.ts#subscribe`]: {
    of: 'digest.read',
    args: (a) => [a.slug, 'daily', none, form({ hour: '9' })],
  },
  'app/reading/actions.ts#noteOnChart': {
    of: 'note.manage',
    args: (a) => [a.slug, `/${a.slug}`, none, form({ day: '2026-03-02', text: 'Forged' })],
  },
  'app/reading/actions.ts#removeFromChart': {
    of: 'note.manage',
    args: (a) => [a.slug, `/${a.slug}`, form({ note: a.things.note! })],
    quiet: true,
  },
  [`${tenant}/feeds/actions.ts#connect`]: {
    of: 'feed.manage',
    args: (a) => [a.slug, none, form({ connector: 'file', name: 'Forged' })],
  },
  [`${tenant}/feeds/actions.ts#rename`]: {
    of: 'feed.manage',
    args: (a) => [a.slug, a.things.feed, none, form({ name: 'Forged name' })],
  },
  [`${tenant}/feeds/[feed]/import/actions.ts#previewImport`]: {
    of: 'feed.read',
    args: (a) => [a.slug, a.things.feed, a.things.ticket, mapping(a)],
  },
  [`${tenant}/feeds/[feed]/mapping/actions.ts#previewFix`]: {
    of: 'feed.read',
    args: (a) => [a.slug, a.things.feed, a.things.run, mapping(a)],
  },
  [`${tenant}/feeds/[feed]/import/actions.ts#startImport`]: {
    of: 'feed.manage',
    args: (a) => [a.slug, a.things.feed, a.things.ticket, none, mapping(a)],
  },
  [`${tenant}/feeds/[feed]/mapping/actions.ts#saveFix`]: {
    of: 'feed.manage',
    args: (a) => [a.slug, a.things.feed, a.things.run, none, mapping(a)],
  },
  [`${tenant}/runs/[run]/actions.ts#replay`]: { of: 'feed.manage', args: (a) => [a.slug, a.things.run, form()] },
  [`${tenant}/feeds/actions.ts#setStatus`]: {
    of: 'feed.manage',
    args: (a) => [a.slug, a.things.feed, 'paused', form()],
  },
  [`${tenant}/feeds/actions.ts#archive`]: { of: 'feed.manage', args: (a) => [a.slug, a.things.feed, form()] },
  [`${tenant}/roadmap/actions.ts#setMilestone`]: {
    of: 'milestone.manage',
    args: (a) => [a.slug, none, form({ kpi: 'E07', stage: '1', target: '80', dueOn: '2027-06-01' })],
  },
  [`${tenant}/roadmap/actions.ts#moveMilestone`]: {
    of: 'milestone.manage',
    args: (a) => [
      a.slug,
      a.things.milestone,
      none,
      form({ target: '70', dueOn: '2027-06-01', startOn: '2026-01-01', title: 'Forged' }),
    ],
  },
  [`${tenant}/roadmap/actions.ts#shelveMilestone`]: {
    of: 'milestone.manage',
    args: (a) => [a.slug, a.things.milestone, form()],
  },
  [`${tenant}/roadmap/actions.ts#unshelveMilestone`]: {
    of: 'milestone.manage',
    args: (a) => [a.slug, a.things.milestone, form()],
  },
  [`${tenant}/settings/actions.ts#keepFirm`]: {
    of: 'tenant.manage',
    args: (a) => [a.slug, none, form({ name: 'Forged', zone: 'UTC', currency: 'EUR', locale: 'en', sells: 'x' })],
  },
  [`${tenant}/settings/weights/actions.ts#keep`]: {
    of: 'rule.manage',
    args: (a) => [
      a.slug,
      none,
      form({ 'ecosystem:independence:market-spread': 'first-3', reason: 'Forged', after: '0' }),
    ],
  },
  [`${tenant}/settings/weights/actions.ts#weighAllAlike`]: {
    of: 'rule.manage',
    args: (a) => [a.slug, form({ after: '1' })],
  },
  [`${tenant}/settings/anchors/actions.ts#keep`]: {
    of: 'rule.manage',
    args: (a) => [
      a.slug,
      'data-silo-index',
      none,
      form({ floor: '0.5', pass: '0.2', target: '0.1', reason: 'Forged', after: '0' }),
    ],
  },
  [`${tenant}/settings/anchors/actions.ts#takeDefault`]: {
    of: 'rule.manage',
    args: (a) => [a.slug, 'data-silo-index', form({ after: '1' })],
  },
  [`${tenant}/settings/gates/actions.ts#keep`]: {
    of: 'rule.manage',
    args: (a) => [a.slug, 1, none, form({ 'C07:atLeast': '92', reason: 'Forged', after: '0' })],
  },
  [`${tenant}/settings/gates/actions.ts#takeDefault`]: {
    of: 'rule.manage',
    args: (a) => [a.slug, 1, form({ after: '1' })],
  },
  [`${tenant}/settings/pairs/actions.ts#keep`]: {
    of: 'rule.manage',
    args: (a) => [
      a.slug,
      none,
      form({ ...Object.fromEntries(joinPairs.map((pair) => [pair, '2'])), reason: 'Forged', after: '0' }),
    ],
  },
  [`${tenant}/settings/pairs/actions.ts#weighAlike`]: {
    of: 'rule.manage',
    args: (a) => [a.slug, form({ after: '1' })],
  },
  [`${tenant}/settings/keys/actions.ts#make`]: {
    of: 'key.manage',
    args: (a) => [a.slug, none, form({ name: 'Forged', role: 'viewer', expiresInDays: '30' })],
  },
  [`${tenant}/settings/keys/actions.ts#revoke`]: { of: 'key.manage', args: (a) => [a.slug, a.things.key, form()] },
  [`${tenant}/settings/members/actions.ts#invite`]: {
    of: 'member.manage',
    args: (a) => [a.slug, none, form({ email: `forged-${a.slug}@nowhere.example`, role: 'viewer', locale: 'en' })],
  },
  [`${tenant}/settings/members/actions.ts#resend`]: {
    of: 'member.manage',
    args: (a) => [a.slug, a.things.invitation, form()],
  },
  [`${tenant}/settings/members/actions.ts#revoke`]: {
    of: 'member.manage',
    args: (a) => [a.slug, a.things.invitation, form()],
  },
  [`${tenant}/settings/members/actions.ts#change`]: {
    of: 'member.manage',
    args: (a) => [a.slug, a.things.viewerId, none, form({ role: 'analyst' })],
  },
  [`${tenant}/settings/members/actions.ts#remove`]: {
    of: 'member.manage',
    args: (a) => [a.slug, a.things.viewerId, form()],
  },
  [`${tenant}/settings/members/actions.ts#transfer`]: {
    of: 'tenant.transfer',
    args: (a) => [a.slug, none, form({ to: a.things.adminId!, firmName: `${a.mark} trading` })],
  },
  [`${tenant}/settings/sign-in/actions.ts#add`]: {
    of: 'identity.manage',
    args: (a) => [a.slug, none, form({ domain: `forged-${a.slug}.example` })],
  },
  [`${tenant}/settings/sign-in/actions.ts#prove`]: {
    of: 'identity.manage',
    args: (a) => [a.slug, a.things.domain, none, form()],
  },
  [`${tenant}/settings/sign-in/actions.ts#mail`]: {
    of: 'identity.manage',
    args: (a) => [a.slug, a.things.domain, none, form({ mailbox: 'postmaster' })],
  },
  [`${tenant}/settings/sign-in/actions.ts#enforce`]: {
    of: 'identity.manage',
    args: (a) => [a.slug, a.things.domain, false, form()],
  },
  [`${tenant}/settings/sign-in/actions.ts#askForCodes`]: {
    of: 'identity.manage',
    args: (a) => [a.slug, false, form()],
  },
  [`${tenant}/settings/sign-in/actions.ts#forget`]: {
    of: 'identity.manage',
    args: (a) => [a.slug, a.things.domain, form()],
  },
  [`${tenant}/settings/sign-in/actions.ts#save`]: {
    of: 'identity.manage',
    args: (a) => [
      a.slug,
      none,
      form({
        name: 'Forged',
        issuer: 'https://idp.nowhere.example',
        clientId: 'x',
        clientSecret: 'x',
        newMemberRole: 'invited',
      }),
    ],
  },
  [`${tenant}/settings/sign-in/actions.ts#check`]: { of: 'identity.manage', args: (a) => [a.slug, none, form()] },
  [`${tenant}/settings/sign-in/actions.ts#remove`]: { of: 'identity.manage', args: (a) => [a.slug, form()] },
  [`${tenant}/settings/audit/actions.ts#keepFor`]: {
    of: 'tenant.manage',
    args: (a) => [a.slug, none, form({ days: '400' })],
  },
  [`${tenant}/settings/data/actions.ts#makeCopy`]: { of: 'tenant.export', args: (a) => [a.slug, form()] },
  [`${tenant}/settings/data/actions.ts#leave`]: {
    of: 'tenant.erase',
    args: (a) => [a.slug, none, form({ slug: a.slug, password: 'a guess' })],
  },
  [`${tenant}/settings/data/actions.ts#stay`]: { of: 'tenant.erase', args: (a) => [a.slug, form()] },
  // Last of all: whoever leaves is gone.
  [`${tenant}/settings/members/actions.ts#leave`]: { of: 'member.read', args: (a) => [a.slug, form()] },

  'app/account/actions.ts#keepProfile': { of: 'person', args: () => [none, form({ name: 'Forged', zone: '' })] },
  'app/account/actions.ts#askForEmail': {
    of: 'person',
    args: (a) => [none, form({ email: ownerOf(a), password: 'x' })],
  },
  'app/account/actions.ts#newPassword': {
    of: 'person',
    args: () => [none, form({ current: 'x', password: 'forged-harbour-8841' })],
  },
  'app/account/actions.ts#mailPasswordLink': { of: 'person', args: () => [none, form()] },
  'app/account/actions.ts#endSession': { of: 'person', args: (a) => [form({ session: a.things.session! })] },
  'app/account/actions.ts#endOthers': { of: 'person', args: () => [] },
  'app/account/email/[token]/actions.ts#confirm': {
    of: 'person',
    args: (a) => [a.things.madeUpToken, none, form()],
  },
  'app/account/two-factor/actions.ts#begin': { of: 'person', args: () => [none, form({ password: 'x' })] },
  'app/account/two-factor/actions.ts#cancel': { of: 'person', args: () => [] },
  'app/account/two-factor/actions.ts#confirm': { of: 'person', args: () => [none, form({ code: '000000' })] },
  'app/account/two-factor/actions.ts#renewCodes': { of: 'person', args: () => [none, form({ code: '000000' })] },
  'app/account/two-factor/actions.ts#remove': { of: 'person', args: () => [none, form({ code: '000000' })] },
  // Forgets codes that this browser was shown.
  'app/account/two-factor/actions.ts#kept': { of: 'everybody', args: () => [] },

  'app/(public)/new-firm/actions.ts#found': {
    of: 'person',
    args: (a) => [none, form({ name: 'Forged', slug: a.slug })],
  },
  'app/(public)/sign-up/actions.ts#askForAccount': {
    of: 'everybody',
    args: (a) => [none, form({ name: 'Forged', slug: a.slug, email: ownerOf(a), password: 'forged-harbour-8841' })],
  },
  'app/(public)/sign-up/actions.ts#sendAgain': { of: 'everybody', args: () => [none, form()] },
  'app/firm/slug-check.ts#suggestSlug': { of: 'everybody', args: (a) => [a.mark] },
  'app/firm/slug-check.ts#whatIsWrong': { of: 'everybody', args: (a) => [a.slug] },
  'app/(public)/sign-in/sign-in.ts#signInWithPassword': {
    of: 'everybody',
    args: (a) => [none, form({ email: ownerOf(a), password: 'a guess' })],
  },
  'app/(public)/sign-in/domain/[token]/actions.ts#confirmDomain': {
    of: 'everybody',
    args: (a) => [a.things.madeUpToken, none, form()],
  },
  'app/(public)/sign-in/firm/actions.ts#findFirm': {
    of: 'everybody',
    args: () => [none, form({ email: 'forged@forged.invalid' })],
  },
  'app/(public)/sign-in/code/actions.ts#showCode': { of: 'everybody', args: () => [none, form({ code: '000000' })] },
  'app/(public)/sign-in/code/actions.ts#startOver': { of: 'everybody', args: () => [] },
  'app/(public)/sign-in/link/actions.ts#mailLink': {
    of: 'everybody',
    args: (a) => [none, form({ email: ownerOf(a) })],
  },
  'app/(public)/sign-in/link/[token]/actions.ts#enter': {
    of: 'everybody',
    args: (a) => [a.things.madeUpToken, none, form()],
  },
  'app/(public)/verify/[token]/actions.ts#openAccount': {
    of: 'everybody',
    args: (a) => [a.things.madeUpToken, none, form({ password: 'forged-harbour-8841' })],
  },
  'app/(public)/reset/actions.ts#mailReset': { of: 'everybody', args: (a) => [none, form({ email: ownerOf(a) })] },
  'app/(public)/reset/actions.ts#setNewPassword': {
    of: 'everybody',
    args: (a) => [a.things.madeUpToken, none, form({ password: 'forged-harbour-8841' })],
  },
  // Somebody else holds the link: its address is not theirs.
  'app/(public)/invitation/[token]/actions.ts#accept': {
    of: 'person',
    args: (a) => [a.things.invitationToken, none, form()],
  },
  'app/(public)/invitation/[token]/actions.ts#join': {
    of: 'everybody',
    args: (a) => [a.things.madeUpToken, none, form({ name: 'Forged', password: 'forged-harbour-8841' })],
  },
  'app/(public)/invitation/[token]/actions.ts#asSomebodyElse': {
    of: 'everybody',
    args: (a) => [a.things.invitationToken],
  },
  'app/(public)/unsubscribe/[token]/actions.ts#set': { of: 'everybody', args: (a) => [a.things.madeUpToken, false] },
  'app/shell/dismiss-announcement.ts#dismissAnnouncement': { of: 'everybody', args: (a) => [a.things.tenant] },
  'app/shell/keep-own-language.ts#keepOwnLanguage': { of: 'everybody', args: () => ['en'] },
  'app/shell/end-visit-here.ts#endVisitHere': { of: 'platform', args: (a) => [a.slug] },
  'app/admin/jobs/actions.ts#retry': { of: 'platform', args: () => [form({ queue: 'default', id: '1' })] },
  'app/admin/jobs/actions.ts#retryEvery': { of: 'platform', args: () => [form({ queue: 'default' })] },
  'app/admin/jobs/actions.ts#remove': { of: 'platform', args: () => [form({ queue: 'default', id: '1' })] },
  'app/admin/tenants/[slug]/actions.ts#suspend': {
    of: 'platform',
    args: (a) => [a.slug, none, form({ reason: 'Forged reason', graceDays: '0' })],
  },
  'app/admin/tenants/[slug]/actions.ts#resume': { of: 'platform', args: (a) => [a.slug, form()] },
  'app/admin/tenants/[slug]/actions.ts#visit': {
    of: 'platform',
    args: (a) => [
      a.slug,
      none,
      form({ visitReason: 'Forged reason', ticket: 'T-1', minutes: '60', role: 'owner', mayChange: 'on' }),
    ],
  },
  'app/admin/tenants/[slug]/actions.ts#leave': { of: 'platform', args: (a) => [a.slug, form()] },
  'app/admin/announcements/actions.ts#keep': {
    of: 'platform',
    args: () => [
      null,
      none,
      form({ tone: 'info', en: 'Forged', zh: 'Forged', startsAt: '2026-01-01T00:00', endsAt: '2027-01-01T00:00' }),
    ],
  },
  'app/admin/announcements/actions.ts#remove': { of: 'platform', args: (a) => [form({ id: a.things.grant! })] },
};
