import { isoTime, dayLength } from '#shared/text/iso-time.ts';
import type { HeaderWanted, Moment, Query, Range, Term, Wants } from '#shared/query/query.ts';
import { assertNever } from '#shared/text/assert-never.ts';

/** A query as a person would write it: reading it again gives the same terms. */
export const printQuery = ({ terms }: Query): string => terms.map(printTerm).join(' ');

const printTerm = ({ isNegated, wants }: Term): string => `${isNegated ? '-' : ''}${printWants(wants)}`;

const printWants = (wants: Wants): string => {
  switch (wants.kind) {
    case 'words':
      return /^[^\s"-][^\s]*$/.test(wants.text) && !/^[A-Za-z][\w.-]*:/.test(wants.text)
        ? wants.text
        : quoted(wants.text);
    case 'number':
      return `${wants.field}:${wants.any.map(printRange).join(',')}`;
    case 'moment':
      return `${wants.field}:${wants.any.map(printMoment).join(',')}`;
    case 'choice':
      return `${wants.field}:${wants.any.join(',')}`;
    case 'text':
      return `${wants.field}:${wants.any.map(printText).join(',')}`;
    case 'header':
      return `${wants.field}:${wants.any.map(printHeader).join(',')}`;
    default:
      return assertNever(wants);
  }
};

/** In quotes wherever it could be read as something else. */
export const printText = (text: string): string => (/^[^\s",=]+$/.test(text) ? text : quoted(text));

const printHeader = ({ name, value }: HeaderWanted): string => {
  const written = value === null ? name : `${name}=${value}`;
  return /^[^\s",]+$/.test(written) ? written : quoted(written);
};

const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

const printRange = ({ from, to, above, below }: Range): string => {
  if (above !== undefined) return `>${String(above)}`;
  if (below !== undefined) return `<${String(below)}`;
  if (from === to && from !== undefined) return String(from);
  return `${from === undefined ? '' : String(from)}..${to === undefined ? '' : String(to)}`;
};

/** From the largest, so that a stretch has few digits. */
const units: readonly (readonly [unit: string, ms: number])[] = [
  ['w', 7 * dayLength],
  ['d', dayLength],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
];

const printMoment = (moment: Moment): string => {
  if (moment.kind === 'ago') {
    const [unit, length] = units.find(([, each]) => moment.ms % each === 0) ?? ['ms', 1];
    return `${String(moment.ms / length)}${unit}`;
  }
  const date = moment.day === null ? '' : isoTime(moment.day * dayLength).slice(0, 10);
  const time = moment.time === null ? '' : isoTime(moment.time).slice(11, 23);
  return `${[date, time].filter(Boolean).join('T')}${moment.zone === null ? '' : printZone(moment.zone)}`;
};

const two = (part: number): string => String(part).padStart(2, '0');

const printZone = (zone: number): string => {
  const minutes = Math.abs(zone);
  return `${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
