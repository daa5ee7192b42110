import type { Finding } from '#shared/exchange/finding.ts';
import type { Session } from '#shared/session/state.ts';
import type { Author, Utterance } from '#shared/exchange/message.ts';
import { plainText } from '#shared/exchange/message.ts';
import { platforms } from '#shared/platforms/registry.ts';
import type { VoiceName } from '#shared/platforms/voice.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { startForeign, type ForeignProgram, type ForeignReport } from '#test/main/foreign/foreign-program.ts';
import { openBench, type OpenBench } from '#test/main/open-bench.ts';

type Given = { readonly settings?: JsonObject; readonly defects?: readonly string[] };

/** A bench of its own in a temporary folder, with one channel of which only the platform end is ours. */
export type PlatformBench = OpenBench & {
  readonly channelId: string;
  /** The settings of the channel, secrets included. */
  readonly settings: JsonObject;
};

/** Opens a bench whose only concern is one channel: the settings of the platform's demo, with these over them. */
export const openPlatformBench = async (platformId: string, given: Given = {}): Promise<PlatformBench> => {
  const platform = platforms.find((each) => each.id === platformId);
  if (!platform) throw new Error(`There is no platform “${platformId}” in the registry.`);
  const bench = await openBench();
  // The demo channels hold the same ids, and would answer in this one's place.
  for (const { id } of bench.session().channels) await bench.harness.removeChannel({ channelId: id });
  const settings = { ...platform.demo.settings, ...given.settings };
  const { channelId } = await bench.harness.addChannel({
    platformId,
    name: 'Foreign',
    plays: { platform: true, app: false },
    botId: 'demo-bot',
    settings,
  });
  if (given.defects) await bench.harness.changeChannel({ channelId, defects: [...given.defects] });
  return { ...bench, channelId, settings };
};

/** A bench whose channel sends to a foreign program: both under way, and the program told what it has to know. */
export type Meeting = PlatformBench & { readonly program: ForeignProgram };

/** Starts a foreign program that listens, opens a bench whose channel sends to it, and tells it the settings. */
export const meet = async (
  file: string,
  platformId: string,
  given: {
    /** The setting that says where the other end is, and what follows the origin in it. */
    readonly addressSetting: string;
    readonly path?: string;
    readonly settings?: JsonObject;
    readonly defects?: readonly string[];
    /** What the program is told besides the settings of the channel and the address of the bench. */
    readonly told?: JsonObject;
  },
): Promise<Meeting> => {
  const program = startForeign(file);
  const address = `${await program.listening()}${given.path ?? ''}`;
  const settings = { ...given.settings, [given.addressSetting]: address };
  const bench = await openPlatformBench(platformId, { settings, defects: given.defects ?? [] });
  program.tell({ ...bench.settings, url: bench.url, ...given.told });
  return { ...bench, program };
};

/** Lets the program come to its end, and closes the bench after it. */
export const part = async (meeting: Meeting): Promise<ForeignReport> => {
  const report = await meeting.program.end();
  await meeting.closeAndDelete();
  return report;
};

export const isQuiet = ({ exchanges }: Session): boolean => exchanges.every((each) => each.outcome.state !== 'pending');

/** Settings of a bench as variables of an environment, and where the bench is. */
export const environmentOf = (
  bench: PlatformBench,
  settings: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  URL: bench.url,
  ...Object.fromEntries(Object.entries(settings).map(([variable, name]) => [variable, wordOf(bench.settings[name])])),
});

/** The text, where it is one. */
export const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One person at the platform end of a bench. */
export type Person = {
  readonly conversationId: string;
  readonly say: (text: string, as?: VoiceName) => Promise<number>;
  readonly do: (utterance: Utterance, as?: VoiceName) => Promise<number>;
  /** What the conversation shows, one line each, as `user: hi`. */
  readonly transcript: () => readonly string[];
};

/** Starts a conversation in which the test speaks for a person. Each resolves with the exchange once it is closed. */
export const personAt = async (bench: PlatformBench, userId?: string): Promise<Person> => {
  const { conversationId } = await bench.harness.startConversation({
    channelId: bench.channelId,
    ...(userId === undefined ? {} : { userId }),
  });
  const act: Person['do'] = async (utterance, as = 'user') => {
    const { exchangeId } = await bench.harness.say({ conversationId, as, utterance });
    await bench.until(({ exchanges }) =>
      exchanges.some((each) => each.id === exchangeId && each.outcome.state !== 'pending'),
    );
    return exchangeId;
  };
  return {
    conversationId,
    do: act,
    say: (text, as) => act({ kind: 'text', text }, as),
    transcript: () => linesOf(bench.session(), conversationId),
  };
};

const linesOf = ({ messages }: Session, conversationId: string): readonly string[] =>
  messages
    .filter((each) => each.conversationId === conversationId)
    .map(({ author, content }) => `${author}: ${plainText(content)}`);

/** The messages of one author in everything that the bench shows, one line each. */
export const linesBy = (author: Author, { messages }: Session): readonly string[] =>
  messages.filter((each) => each.author === author).map(({ content }) => plainText(content));

/** What was found about everything that the bench shows. */
export const findingsOf = async (bench: OpenBench): Promise<readonly Finding[]> => {
  const ids = bench.session().exchanges.map((each) => each.id);
  const read = await Promise.all(ids.map((id) => bench.harness.readExchange({ id })));
  return read.flatMap((each) => each.findings);
};
