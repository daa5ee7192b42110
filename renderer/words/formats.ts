import type { Dictionary } from './words.ts';

type Units = Dictionary['units'];

/** How numbers, moments and amounts are written. `locale` is a language tag: `en-GB`. */
export const formatsOf = (locale: string, units: Units) => {
  const moments = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (at: number): string => format.format(at);
  };
  const numbers = (digits: number) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return (count: number): string => format.format(count);
  };
  const anyDigits = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const [whole, oneDigit, twoDigits] = [numbers(0), numbers(1), numbers(2)];
  return {
    /** Moments are given in milliseconds since 1970. */
    clock: moments({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    shortClock: moments({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    day: moments({ dateStyle: 'full' }),
    moment: moments({ dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }),
    count: whole,
    /** How many times: 1.5. */
    factor: (times: number): string => anyDigits.format(times),
    /** Of a share: 1 is 100 %. */
    percent: (share: number): string => percents.format(share),
    /** A stretch of time, given in milliseconds: three digits at most, then the unit. */
    duration: (ms: number): string => {
      if (ms < 10) return units.milliseconds(oneDigit(ms));
      if (ms < 1000) return units.milliseconds(whole(ms));
      return units.seconds(ms < 10_000 ? twoDigits(ms / 1000) : oneDigit(ms / 1000));
    },
    bytes: (bytes: number): string => {
      if (bytes < 1024) return units.bytes(whole(bytes));
      if (bytes < 1024 ** 2) return units.kilobytes(oneDigit(bytes / 1024));
      return units.megabytes(oneDigit(bytes / 1024 ** 2));
    },
  };
};

export type Formats = ReturnType<typeof formatsOf>;
