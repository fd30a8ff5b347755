const MS_PER_DAY = 86_400_000;
/** 1899-12-30: so counted, serials from March 1900 on are right, in spite of the 29 February 1900 that Excel believes in. */
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * The wall clock time that an Excel serial number stands for, as if it were UTC, in milliseconds. Excel keeps times as fractions
 * of a day, so what is within some milliseconds of a full second is that second. `from1904`: the workbook counts from 1904.
 */
export function excelSerialToWallClock(serial: number, from1904 = false): number {
  const days = from1904 ? serial + 1462 : serial;
  const ms = Math.round((days < 60 ? days + 1 : days) * MS_PER_DAY);
  const second = Math.round(ms / 1000) * 1000;
  return EPOCH + (Math.abs(ms - second) <= 5 ? second : ms);
}
