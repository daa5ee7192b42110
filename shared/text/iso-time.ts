/** In milliseconds. */
export const dayLength = 86_400_000;

/** The civil date of a day counted from 1970-01-01 (Howard Hinnant's days-to-civil, for the Gregorian calendar). */
const dateOf = (days: number): readonly [year: number, month: number, day: number] => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
};

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

/** Milliseconds since 1970 as UTC in RFC 3339 with milliseconds: `2026-01-01T00:00:00.000Z`. shared/ knows no `Date`. For the years 0 to 9999. */
export const isoTime = (ms: number): string => {
  const whole = Math.floor(ms);
  const days = Math.floor(whole / dayLength);
  const [year, month, day] = dateOf(days);
  const rest = whole - days * dayLength;
  const hours = digits(Math.floor(rest / 3_600_000), 2);
  const minutes = digits(Math.floor(rest / 60_000) % 60, 2);
  const seconds = digits(Math.floor(rest / 1000) % 60, 2);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${hours}:${minutes}:${seconds}.${digits(rest % 1000, 3)}Z`;
};

/** The day of a civil date, counted from 1970-01-01 (Howard Hinnant's days-from-civil); null where the calendar has no such day. */
export const dayOf = (year: number, month: number, day: number): number | null => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const days = era * 146_097 + dayOfEra - 719_468;
  const [sameYear, sameMonth, sameDay] = dateOf(days);
  return sameYear === year && sameMonth === month && sameDay === day ? days : null;
};
