import { dayLength, dayOf } from '#shared/text/iso-time.ts';

/** Milliseconds since 1970 of a time as RFC 3339 has it; null where it is none. shared/ knows no `Date`. For the years 1970 to 9999. */
export const timeOf = (text: string): number | null => {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9})\d*)?)?(?:[Zz]|([+-])(\d\d):?(\d\d))$/.exec(
      text.trim(),
    );
  if (!found) return null;
  const [
    ,
    year = '',
    month = '',
    day = '',
    hours = '',
    minutes = '',
    seconds = '0',
    fraction = '',
    sign,
    offsetHours = '0',
    offsetMinutes = '0',
  ] = found;
  const days = dayOf(Number(year), Number(month), Number(day));
  if (days === null) return null;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const minutesOfDay = Number(hours) * 60 + Number(minutes) - offset;
  const ms = days * dayLength + minutesOfDay * 60_000 + Number(seconds) * 1000 + Number(`0.${fraction || '0'}`) * 1000;
  return ms >= 0 ? Math.round(ms * 1000) / 1000 : null;
};
