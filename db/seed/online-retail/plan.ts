import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedPlan, Load } from '../feed-plan';
import { retailColumns } from './columns';

const folder = 'db/seed/online-retail';
const quarters = ['2010-q4', '2011-q1', '2011-q2', '2011-q3', '2011-q4'];

/** How the shop's files become records. Postage, fees and corrections are no products. */
const retailMapping = {
  ...retailColumns,
  dateFormat: 'yyyy-MM-dd HH:mm:ss',
  decimal: '.' as const,
  nonProductSkus: ['POST', 'DOT', 'M', 'D', 'S', 'C2', 'CRUK', 'PADS', 'B', 'm', 'BANK CHARGES', 'AMAZONFEE'],
  countryNames: { EIRE: 'IE', RSA: 'ZA' },
};

/** The extract of Online Retail, a file a quarter; see SOURCE.md. */
export const onlineRetail = (): FeedPlan[] => [
  {
    name: 'Order lines',
    connector: 'file',
    loads: [
      ...quarters.map(
        (quarter): Load => ({
          kind: 'file',
          fileName: `online-retail-${quarter}.csv.gz`,
          bytes: readFileSync(join(folder, `${quarter}.csv.gz`)),
          mapping: retailMapping,
        }),
      ),
      // The file knows the channel by name only; that it is the firm's own shop has to be said.
      {
        kind: 'records',
        record: 'channel',
        rows: [
          {
            source_id: 'website',
            name: 'Website',
            kind: 'independent_site',
            market_country: 'GB',
            zone: 'Europe/London',
          },
        ],
      },
    ],
  },
];
