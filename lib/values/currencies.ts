/** Codes that are no money: metals, funds units, tests. */
const NO_MONEY = new Set([
  'XXX',
  'XTS',
  'XAU',
  'XAG',
  'XPD',
  'XPT',
  'XDR',
  'XUA',
  'XSU',
  'XBA',
  'XBB',
  'XBC',
  'XBD',
  'XEU',
  'XRE',
  'XFO',
  'XFU',
]);

/** Replaced by others, in files of earlier years nevertheless; the platform's list drops them with time. */
const REPLACED =
  'ANG ATS BEF BGN BYR CYP DEM EEK ESP FIM FRF GHC GRD HRK IEP ITL LTL LUF LVL MRO MTL NLG PTE ROL SIT SKK SLL STD TRL VEF ZMK ZWL';

const codes = new Set(
  [...Intl.supportedValuesOf('currency'), ...REPLACED.split(' ')].filter((code) => !NO_MONEY.has(code)),
);

export const isCurrencyCode = (code: string): boolean => codes.has(code);

export const currencyCodes = (): string[] => [...codes];

/**
 * Where ISO 4217 says other than two. Written down, since stored amounts depend on it and the platform's own list
 * follows habits of printing (no decimals for IDR, say) and changes with its version.
 */
const MINOR_UNITS: Record<string, number> = {
  ...all(
    0,
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ADP BEF BYR ESP ITL LUF MGF PTE TPE TRL',
  ),
  ...all(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...all(4, 'CLF UYW'),
};

function all(units: number, list: string): Record<string, number> {
  return Object.fromEntries(list.split(' ').map((code) => [code, units]));
}

/** How many decimals the smallest unit of a currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorUnits = (currency: string): number => MINOR_UNITS[currency] ?? 2;
