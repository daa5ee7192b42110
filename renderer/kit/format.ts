const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });
const moment = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'medium',
  hourCycle: 'h23',
});
const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `at` in milliseconds since 1970. */
export const formatClock = (at: number): string => clock.format(at);
export const formatDay = (at: number): string => day.format(at);
export const formatMoment = (at: number): string => moment.format(at);
export const formatCount = (count: number): string => whole.format(count);

/** A stretch of time, given in milliseconds: three digits at most, then the unit. */
export const formatDuration = (ms: number): string => {
  if (ms < 10) return `${oneDigit.format(ms)} ms`;
  if (ms < 1000) return `${whole.format(ms)} ms`;
  return ms < 10_000 ? `${twoDigits.format(ms / 1000)} s` : `${oneDigit.format(ms / 1000)} s`;
};

export const formatBytes = (bytes: number): string => {
  if (bytes < 1024) return `${whole.format(bytes)} B`;
  if (bytes < 1024 ** 2) return `${oneDigit.format(bytes / 1024)} KB`;
  return `${oneDigit.format(bytes / 1024 ** 2)} MB`;
};
