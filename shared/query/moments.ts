import type { Moment, Range } from '#shared/query/query.ts';
import { dayLength, dayOf } from '#shared/text/iso-time.ts';

/** When a query is asked: milliseconds since 1970, and the zone of the one who asks, in minutes east of UTC. */
export type AskedAt = { readonly now: number; readonly zone: number };

const minute = 60_000;
const stretches: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: minute,
  min: minute,
  h: 60 * minute,
  d: dayLength,
  w: 7 * dayLength,
};

const ago = /^(\d{1,6})(ms|s|m|min|h|d|w)$/i;
const clock = String.raw`(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?`;
const ofToday = new RegExp(`^${clock}$`);
const dated = new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d)(?:t${clock}(z|[+-]\d\d:?\d\d)?)?$`, 'i');

/** A stretch of time before now (`10m`), a time of today (`10:30`), a day or a moment (ISO 8601). Null: none of these. */
export const momentOf = (written: string): Moment | null => {
  const stretch = ago.exec(written);
  if (stretch) return { kind: 'ago', ms: Number(stretch[1]) * (stretches[(stretch[2] ?? '').toLowerCase()] ?? 1) };
  const today = ofToday.exec(written);
  if (today) return at(null, timeOf(today.slice(1)), null);
  const date = dated.exec(written);
  if (!date) return null;
  const [, year, month, day, hours, ...rest] = date;
  const counted = dayOf(Number(year), Number(month), Number(day));
  if (counted === null) return null;
  return at(counted, hours === undefined ? null : timeOf([hours, ...rest.slice(0, 3)]), zoneOf(rest[3]));
};

const at = (day: number | null, time: number | null, zone: number | null): Moment | null =>
  Number.isNaN(time) || Number.isNaN(zone) ? null : { kind: 'at', day, time, zone };

/** Milliseconds since midnight; NaN where there is no such time. */
const timeOf = ([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number => {
  const isTime = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds ?? 0) < 60;
  if (!isTime) return Number.NaN;
  return (
    (Number(hours) * 60 + Number(minutes)) * minute +
    Number(seconds ?? 0) * 1000 +
    Number((fraction ?? '0').padEnd(3, '0'))
  );
};

/** Minutes east of UTC; null where none was written. */
const zoneOf = (written: string | undefined): number | null => {
  if (written === undefined) return null;
  if (written.toLowerCase() === 'z') return 0;
  const digits = written.slice(1).replace(':', '');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (hours > 23 || minutes > 59) return Number.NaN;
  return (written.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
};

/** The times that a term with this moment lets through, in milliseconds since 1970. A whole day belongs to both. */
export const timesOf = (field: 'since' | 'until', moment: Moment, asked: AskedAt): Range => {
  const time = moment.kind === 'ago' ? asked.now - moment.ms : timeAt(field, moment, asked);
  return field === 'since' ? { from: time } : { below: time };
};

const timeAt = (field: 'since' | 'until', moment: Moment & { readonly kind: 'at' }, asked: AskedAt): number => {
  const zone = (moment.zone ?? asked.zone) * minute;
  const day = moment.day ?? Math.floor((asked.now + zone) / dayLength);
  return day * dayLength + (moment.time ?? (field === 'until' ? dayLength : 0)) - zone;
};
