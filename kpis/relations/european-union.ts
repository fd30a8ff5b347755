/** The 27 member states, one customs territory. ISO 3166-1 alpha-2. */
export const european = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
