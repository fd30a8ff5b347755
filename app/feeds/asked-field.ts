/** What of rows kept aside the address asks for. A fault of the whole row has no field, and stands there as `row`. */
export const askedField = (field: string | undefined): string | undefined => (field === 'row' ? '' : field);
