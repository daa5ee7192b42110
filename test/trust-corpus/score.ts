import { entries, examineEntry, trustModels, type Entry } from './corpus.ts';

/** An entry, and what was said of it. */
export type Judged = {
  readonly entry: Entry;
  /** The state and the codes, first cause first; or what was thrown. */
  readonly said: string;
  /** Broken: the first cause is the label, or honestly the same. Valid: accepted. */
  readonly isRight: boolean;
  /** Broken, and the first cause is the label itself. */
  readonly isExact: boolean;
  /** A valid one that was called broken. */
  readonly isSlandered: boolean;
};

export type Score = {
  readonly title: string;
  readonly broken: number;
  readonly right: number;
  readonly valid: number;
  readonly slandered: number;
};

const judge = async (entry: Entry): Promise<Judged> => {
  const isValid = entry.expect.causes.length === 0;
  try {
    const { verdict, examination } = await examineEntry(entry);
    const codes = examination.causes.map(({ code, certainty }) => (certainty === 'proven' ? code : `${code}?`));
    const said = `${verdict.state}, ${examination.state}: ${codes.join(', ') || 'no cause'}`;
    const first = examination.causes[0]?.code;
    if (isValid) {
      const isSlandered = examination.state !== 'accepted' || verdict.state !== 'trusted' || first !== undefined;
      return { entry, said, isRight: !isSlandered, isExact: false, isSlandered };
    }
    const isNamed = first !== undefined && entry.expect.causes.includes(first);
    const isRight = isNamed && examination.state === entry.expect.state;
    return { entry, said, isRight, isExact: isRight && first === entry.expect.causes[0], isSlandered: false };
  } catch (error) {
    return { entry, said: `threw: ${String(error)}`, isRight: false, isExact: false, isSlandered: isValid };
  }
};

const scoreOf = (title: string, judged: readonly Judged[]): Score => {
  const broken = judged.filter(({ entry }) => entry.expect.causes.length > 0);
  const valid = judged.filter(({ entry }) => entry.expect.causes.length === 0);
  return {
    title,
    broken: broken.length,
    right: broken.filter(({ isRight }) => isRight).length,
    valid: valid.length,
    slandered: valid.filter(({ isSlandered }) => isSlandered).length,
  };
};

/** Judges the whole corpus: a score for each trust model and one for all, and what was said of each entry. */
export const scoreCorpus = async (): Promise<{
  readonly models: readonly Score[];
  readonly all: Score;
  readonly judged: readonly Judged[];
}> => {
  const judged: Judged[] = [];
  for (const entry of entries) judged.push(await judge(entry));
  return {
    models: trustModels.map(([platform, title]) =>
      scoreOf(
        title,
        judged.filter(({ entry }) => entry.platform === platform),
      ),
    ),
    all: scoreOf('all', judged),
    judged,
  };
};
