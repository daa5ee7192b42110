import type { Cause } from '#shared/trust/autopsy/cause.ts';
import { changes, type Change } from '#shared/trust/autopsy/text-changes.ts';
import { characters, lengthOf } from '#shared/trust/autopsy/text-words.ts';

/** Longer texts are compared as they stand only: nobody’s token is that long, and every change costs time. */
const longest = 4000;

/** To whom a change happened: to what was sent, to what the channel holds, or to both in their own ways. */
type Side = 'sent' | 'kept' | 'both';

const meets = (these: readonly string[], those: readonly string[]): boolean => {
  const set = new Set(those);
  return these.some((each) => set.has(each));
};

const sideOf = (change: Change, given: string, expected: string): Side | null => {
  const sent = change.undo(given);
  if (sent.includes(expected)) return 'sent';
  const kept = change.undo(expected);
  if (kept.includes(given)) return 'kept';
  return meets(sent, kept) ? 'both' : null;
};

const counts = (given: string, expected: string): string =>
  `The text that came has ${characters(lengthOf(given))}, that of the channel ${characters(lengthOf(expected))}.`;

/** What a comparison is about: what the text is called, and which setting holds it. */
export type Compared = { readonly name: string; readonly setting: string };

const causeOf = (change: Change, side: Side, given: string, expected: string, { name, setting }: Compared): Cause => {
  const isKept = side === 'kept';
  const because = isKept
    ? `The ${name} in the settings of the channel ${change.what(expected)}.`
    : `The ${name} ${change.what(given)}.`;
  return {
    code: change.code,
    because,
    proof: `${change.undone}, the two are the same, character by character. ${counts(given, expected)}`,
    fix: isKept ? change.kept : change.sent,
    certainty: 'proven',
    ...(isKept && change.isTrim === true && expected.trim() === given
      ? { remedy: { kind: 'change-setting', setting, change: 'trim' } as const }
      : {}),
  };
};

/** The first change that alone makes the one text the other; null where none does. */
export const oneChange = (given: string, expected: string, compared: Compared): Cause | null => {
  if (given.length > longest || expected.length > longest) return null;
  for (const change of changes) {
    const side = sideOf(change, given, expected);
    if (side !== null) return causeOf(change, side, given, expected, compared);
  }
  return null;
};

/** Two changes, where no single one is enough: a cause each, as both have to be mended. Empty where two are not enough either. */
export const twoChanges = (given: string, expected: string, compared: Compared): readonly Cause[] => {
  if (given.length > longest || expected.length > longest) return [];
  for (const first of changes)
    for (const second of changes) {
      if (first === second) continue;
      const undo = (text: string): readonly string[] => {
        const once = [text, ...first.undo(text)];
        return [...once, ...once.flatMap((each) => second.undo(each))];
      };
      if (!meets(undo(given), undo(expected))) continue;
      const proof = `${first.undone}, and then ${second.undone.charAt(0).toLowerCase()}${second.undone.slice(1)}, the two are the same, character by character; neither alone is enough. ${counts(given, expected)}`;
      const sent = [given, ...first.undo(given)];
      const kept = [expected, ...first.undo(expected)];
      return [first, second].map((change, index) => ({
        code: change.code,
        because: `${index === 0 ? 'Two things are wrong: the' : 'Also, the'} ${compared.name} ${whose(change, sent, kept)}.`,
        proof,
        fix: isOn(change, sent) ? change.sent : change.kept,
        certainty: 'proven',
      }));
    }
  return [];
};

const isOn = (change: Change, texts: readonly string[]): boolean => texts.some((each) => change.undo(each).length > 0);

/** What is wrong with what was sent, or else with what the channel holds. */
const whose = (change: Change, sent: readonly string[], kept: readonly string[]): string => {
  const came = sent.find((each) => isOn(change, [each]));
  if (came !== undefined) return change.what(came);
  return `in the settings of the channel ${change.what(kept.find((each) => isOn(change, [each])) ?? '')}`;
};

const least = 4;

/** One is a part of the other: cut off, or with something around it. */
export const cutOff = (given: string, expected: string, { name }: Compared): Cause | null => {
  const [short, long] = given.length < expected.length ? [given, expected] : [expected, given];
  if (short.length < least || short === long) return null;
  const isShortGiven = short === given;
  const part = long.startsWith(short) ? 'first' : long.endsWith(short) ? 'last' : null;
  if (part === null) return null;
  const proof = `The ${isShortGiven ? 'text that came' : 'text in the settings of the channel'} is exactly the ${part} ${String(lengthOf(short))} of the ${characters(lengthOf(long))} of the other.`;
  return isShortGiven
    ? {
        code: 'text.truncated',
        because: `The ${name} is cut off at its ${part === 'first' ? 'end' : 'beginning'}.`,
        proof,
        fix: 'Send the whole of it: look for a column, a field or a shell that cuts it, and for a character in it such as & or # that ends it in a URL.',
        certainty: 'proven',
      }
    : {
        code: 'text.truncated',
        because: `The ${name} in the settings of the channel is cut off, or something more stands ${part === 'first' ? 'behind' : 'before'} the one that came.`,
        proof,
        fix: 'Compare the two lengths with the original: copy it whole into the settings, or send it without what stands around it.',
        certainty: 'proven',
      };
};

/** Nothing that was tried makes the one the other. */
export const anotherText = (given: string, expected: string, { name }: Compared): Cause => ({
  code: 'text.other',
  because: `The ${name} is another one than that of the channel.`,
  proof: `${counts(given, expected)} None of the ${String(changes.length)} changes that texts suffer on their way makes them the same, alone or in pairs.`,
  fix: `Copy the ${name} from where the platform shows it, into the settings of the channel or into what sends it.`,
  certainty: 'possible',
});
