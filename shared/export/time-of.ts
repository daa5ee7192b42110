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
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  const minutesOfDay = Number(hours) * 60 + Number(minutes) - offset;
  const ms =
    daysTo(Number(year), Number(month), Number(day)) * 86_400_000 +
    minutesOfDay * 60_000 +
    Number(seconds) * 1000 +
    Number(`0.${fraction || '0'}`) * 1000;
  return ms >= 0 ? Math.round(ms * 1000) / 1000 : null;
};

/** Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, days_from_civil). */
const daysTo = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
};
