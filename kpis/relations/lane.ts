import { european } from './european-union';

const union = `('${european.join("','")}')`;

/** Whether the goods of shipment `s` start out in the market already: then the lane is the last mile only. */
export const abroad = (s: string): string => `coalesce(${s}.stock_place in ('overseas_warehouse', 'platform'), false)`;

/** Whether the lane of shipment `s` crosses a customs border. An unknown country is taken for another. */
export const border = (s: string): string => `not (coalesce(${s}.from_country = ${s}.to_country, false)
  or (coalesce(${s}.from_country in ${union}, false) and coalesce(${s}.to_country in ${union}, false)))`;

/**
 * Days from dispatch to delivery that hold as promised where the source names no promise. Our own defaults: a week inside
 * one customs territory or from stock in the market, twenty days across a border.
 */
export const laneDays = { near: 7, far: 20 } as const;

/** The lane default of shipment `s`, in days. */
export const laneDefault = (s: string): string =>
  `(case when ${border(s)} and not ${abroad(s)} then ${laneDays.far} else ${laneDays.near} end)`;
