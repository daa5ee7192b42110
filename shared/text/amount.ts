/** A whole number with its digits in threes, 95,185,887; any other number as it is written in JSON. */
export const groupDigits = (amount: number): string =>
  Number.isInteger(amount) ? String(amount).replaceAll(/\B(?=(?:\d{3})+(?!\d))/g, ',') : String(amount);

const counted = (amount: number, unit: string): string => `${groupDigits(amount)} ${unit}${amount === 1 ? '' : 's'}`;

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** From the largest: a month and a year by the mean of the Gregorian calendar (365.2425 days). */
const stretches: readonly (readonly [unit: string, seconds: number])[] = [
  ['year', 365.2425 * day],
  ['month', 30.436_875 * day],
  ['day', day],
  ['hour', hour],
  ['minute', minute],
];

/**
 * A stretch of time in the unit that a person would use, rounded down: `3 years`. `seconds` is not negative; a part of a second
 * is dropped. Under two minutes it is exact, `90 seconds`.
 */
export const durationWords = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const fitting = whole < 2 * minute ? undefined : stretches.find(([, length]) => whole >= length);
  return fitting ? counted(Math.floor(whole / fitting[1]), fitting[0]) : counted(whole, 'second');
};

/** The same with the exact seconds behind it where the words have lost them: `3 years ago (95,185,887 s)`. */
export const exactDuration = (seconds: number, direction: 'ago' | 'more'): string => {
  const whole = Math.floor(seconds);
  return whole < 2 * minute
    ? `${String(whole)} s ${direction}`
    : `${durationWords(whole)} ${direction} (${groupDigits(whole)} s)`;
};

const sizes = ['KB', 'MB', 'GB'] as const;

/** A number of bytes in the largest unit (of 1,024) that says it without loss: `25 MB`, `1 byte`, `1,500 bytes`. */
export const sizeWords = (bytes: number): string => {
  for (let power = sizes.length; power > 0; power -= 1) {
    const unit = 1024 ** power;
    if (bytes >= unit && bytes % unit === 0) return `${groupDigits(bytes / unit)} ${sizes[power - 1] ?? ''}`;
  }
  return counted(bytes, 'byte');
};
