import type { MilestoneDeclaration } from './milestone';
import { bringBuyersBack } from './milestones/bring-buyers-back';
import { followTheWholeChain } from './milestones/follow-the-whole-chain';
import { keepThePromise } from './milestones/keep-the-promise';
import { linkTheData } from './milestones/link-the-data';
import { loosenThePlatform } from './milestones/loosen-the-platform';
import { runHalfByItself } from './milestones/run-half-by-itself';
import { seeTheParcel } from './milestones/see-the-parcel';
import { spreadTheMarkets } from './milestones/spread-the-markets';
import { standOnTwoLegs } from './milestones/stand-on-two-legs';

/** The milestones that every new tenant gets, in the order of the road. A template that is not listed here does not exist. */
export const milestoneTemplates: readonly MilestoneDeclaration[] = [
  linkTheData,
  seeTheParcel,
  runHalfByItself,
  keepThePromise,
  bringBuyersBack,
  loosenThePlatform,
  followTheWholeChain,
  spreadTheMarkets,
  standOnTwoLegs,
];

/** The template of that id; undefined for a tenant's own milestone or one whose template was withdrawn. */
export const milestoneTemplate = (id: string | null): MilestoneDeclaration | undefined =>
  milestoneTemplates.find((t) => t.id === id);
