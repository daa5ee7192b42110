import type { NumberField } from '#shared/query/fields.ts';
import type { Range } from '#shared/query/query.ts';

const second = 1000;
const kilobyte = 1024;

/** What one of each unit is, in the unit of the field: milliseconds, bytes, or a bare number. The empty one is a number without a unit. */
const units: Readonly<Record<NumberField, Readonly<Record<string, number>>>> = {
  status: { '': 1 },
  duration: { '': 1, ms: 1, s: second, m: 60 * second, min: 60 * second, h: 3600 * second },
  size: { '': 1, b: 1, kb: kilobyte, mb: kilobyte ** 2, gb: kilobyte ** 3 },
  id: { '': 1 },
  trace: { '': 1 },
};

/** Before a number of these it may be written so, as the screen does. */
const prefixes: Readonly<Partial<Record<NumberField, string>>> = { id: '#', trace: 't' };

const numberOf = (field: NumberField, written: string): number | null => {
  const prefix = prefixes[field];
  const bare = prefix !== undefined && written.startsWith(prefix) ? written.slice(prefix.length) : written;
  const found = /^(\d{1,11}(?:\.\d{1,6})?)([a-z]{0,3})$/.exec(bare);
  const unit = found && units[field];
  if (!found || !unit || !Object.hasOwn(unit, found[2] ?? '')) return null;
  // To thousandths: 1.1 s is 1100 ms, whatever the arithmetic says.
  return Math.round(Number(found[1]) * (unit[found[2] ?? ''] ?? 1) * 1000) / 1000;
};

const ends = { '>=': 'from', '>': 'above', '<=': 'to', '<': 'below' } as const;

/** A number, a comparison (`>=400`), a range (`400..403`, `400..`) or a class of statuses (`4xx`). Null: none of these. */
export const rangeOf = (field: NumberField, value: string): Range | null => {
  const written = value.toLowerCase();
  const statuses = field === 'status' ? /^([1-9])xx$/.exec(written)?.[1] : undefined;
  if (statuses !== undefined) return { from: Number(statuses) * 100, to: Number(statuses) * 100 + 99 };
  const compared = /^(>=|<=|>|<)(.*)$/s.exec(written);
  if (compared) {
    const number = numberOf(field, compared[2] ?? '');
    return number === null ? null : { [ends[compared[1] as keyof typeof ends]]: number };
  }
  const dots = written.indexOf('..');
  if (dots >= 0) return between(field, written.slice(0, dots), written.slice(dots + 2));
  const number = numberOf(field, written.startsWith('=') ? written.slice(1) : written);
  return number === null ? null : { from: number, to: number };
};

const between = (field: NumberField, first: string, last: string): Range | null => {
  const from = first === '' ? undefined : numberOf(field, first);
  const to = last === '' ? undefined : numberOf(field, last);
  if (from === null || to === null || (from === undefined && to === undefined)) return null;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
};

export const isIn = (range: Range, number: number): boolean =>
  number >= (range.from ?? -Infinity) &&
  number <= (range.to ?? Infinity) &&
  number > (range.above ?? -Infinity) &&
  number < (range.below ?? Infinity);
