const day = 86_400_000;

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

/** Year, month and day of a count of days since 1970-01-01 in the Gregorian calendar, years counted from March so that leap days come last. */
const dateOf = (days: number): readonly [year: number, month: number, day: number] => {
  const sinceEra = days + 719_468;
  const era = Math.floor(sinceEra / 146_097);
  const dayOfEra = sinceEra - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1];
};

/** A moment as ISO 8601 in UTC with milliseconds: `2026-01-01T00:00:00.000Z`. `at` in milliseconds since 1970, years 0 to 9999. */
export const isoTime = (at: number): string => {
  const whole = Math.floor(at);
  const days = Math.floor(whole / day);
  const rest = whole - days * day;
  const [year, month, dayOfMonth] = dateOf(days);
  const clock = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60];
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}T${clock.map((each) => digits(each, 2)).join(':')}.${digits(rest % 1000, 3)}Z`;
};
