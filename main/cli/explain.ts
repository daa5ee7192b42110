import { systemClock } from '#main/io/system.ts';
import { secretsIn } from '#shared/channel/channel-settings.ts';
import type { End } from '#shared/exchange/exchange.ts';
import { headerValue, type RawRequest } from '#shared/exchange/raw-http.ts';
import { secretFieldsOf } from '#shared/platforms/platform.ts';
import type { JsonObject } from '#shared/text/json.ts';
import { bearerToken, decodeJwt } from '#shared/trust/jwt.ts';
import { placeRequest, placeToken, settingsInPath } from '#shared/trust/pasted-place.ts';
import { readPasted, type Pasted } from '#shared/trust/pasted.ts';
import { systemMaker } from './attack-control.ts';
import { examineAt, type ExaminedRequest } from './examine-at.ts';
import { examineExchange } from './explain-exchange.ts';
import { tellExamined } from './explain-words.ts';
import { givenChannel, type ChannelOptions, type GivenChannel } from './given-settings.ts';
import { readSource } from './read-source.ts';
import { refused } from './refused.ts';
import { untoldApp, untoldCredentials } from './untold-settings.ts';

export type ExplainOptions = ChannelOptions & {
  readonly file?: string;
  /** The number of an exchange of the data folder, in the place of a file. */
  readonly exchange?: number;
  readonly end?: End;
  /** Of a HAR with several requests: which one, from 1. */
  readonly entry?: number;
  /** The moment at which it is judged, in milliseconds since 1970; left out: when it was sent, where that is written, else now. */
  readonly at?: number;
  readonly json: boolean;
};

/** What is told of a request, and where it came from. */
export type Explanation = ExaminedRequest & {
  readonly channel: string;
  readonly platform: string;
  /** One sentence each about what was supposed. */
  readonly notes: readonly string[];
  /** Values that must not be shown. */
  readonly secrets: readonly string[];
};

/** `hookbench explain`: why a request is refused. 0 accepted, 1 refused, 2 cannot tell. */
export const explain = async (options: ExplainOptions): Promise<number> =>
  tellExamined(
    options.exchange === undefined ? await explainText(options) : await examineExchange(options),
    options.json,
  );

const explainText = async (options: ExplainOptions): Promise<Explanation> => {
  const named = await givenChannel(options, process.env);
  const pasted = readPasted(await readSource(options.file), options.entry);
  if (!pasted.ok) throw refused(pasted.problem);
  const { channel, notes: pathNotes } = toldByPath(named, pasted.request);
  const placed = await place(pasted, channel, options.end);
  const { request, end } = placed;
  const { channel: compared, notes: appNotes } = toldByToken(channel, request, end);
  const { now, notes: timeNotes } = momentOf(pasted, options.at);
  const examined = await examineAt(request, end, compared, { now, others: named.others });
  return {
    ...examined,
    channel: channel.name,
    platform: channel.platform.id,
    notes: [...placed.notes, ...pathNotes, ...appNotes, ...timeNotes],
    secrets: [channel, ...channel.others].flatMap(({ platform, settings }) =>
      Object.values(secretsIn(platform.settings, settings)),
    ),
  };
};

type Read = Extract<Pasted, { ok: true }>;

const place = async ({ kind, request }: Read, { name, platform, settings }: GivenChannel, end: End | undefined) => {
  const against = { platform, settings, end };
  if (kind !== 'token') return placeRequest(request, against);
  const placed = await placeToken(request, against, systemMaker());
  if (placed) return placed;
  throw refused(
    `No request of ${name} can be made that would carry this token: it has no secret to compare with, or asks for none.`,
  );
};

type Completed = { readonly channel: GivenChannel; readonly notes: readonly string[] };

const completed = (channel: GivenChannel, more: JsonObject): GivenChannel => ({
  ...channel,
  settings: { ...channel.settings, ...more },
  given: { ...channel.given, ...more },
});

/** A channel that is only told need not be told what the request itself names: the bot in its path. */
const toldByPath = (channel: GivenChannel, request: RawRequest): Completed => {
  const { platform, settings, given } = channel;
  const found = Object.entries(settingsInPath(request, platform, secretFieldsOf(platform.settings))).filter(
    ([name]) => given[name] === undefined && settings[name] !== undefined,
  );
  if (found.length === 0) return { channel, notes: [] };
  const names = found.map(([name]) => name).join(', ');
  return {
    channel: completed(channel, Object.fromEntries(found)),
    notes: [`Taken from its path, and so not compared: ${names}.`],
  };
};

/** What is compared has to be told; only which app it is may be taken from the token. Refuses where there is nothing to compare with. */
const toldByToken = (channel: GivenChannel, request: RawRequest, end: End): Completed => {
  const model = channel.platform.trust(end, request, channel);
  if (!model) return { channel, notes: [] };
  const untold = untoldCredentials(model, channel);
  if (untold.length > 0)
    throw refused(`There is nothing to compare with: give ${untold.join(' and ')}, or --settings with a file.`);
  const app = untoldApp(model, channel);
  if (app === null || model.kind !== 'jwt') return { channel, notes: [] };
  const header = headerValue(request.headers, model.spot.name) ?? '';
  const claims = decodeJwt(bearerToken(header) ?? header).payload.json ?? {};
  const named = model.app.names.map((name) => claims[name]).find((each) => typeof each === 'string');
  if (named === undefined) return { channel, notes: [] };
  return {
    channel: completed(channel, { [app]: named }),
    notes: [`Taken from the token, and so not compared: ${app}.`],
  };
};

const momentOf = (
  { sentAt }: Read,
  at: number | undefined,
): { readonly now: number; readonly notes: readonly string[] } => {
  const sent = sentAt === null ? Number.NaN : Date.parse(sentAt);
  if (at !== undefined || Number.isNaN(sent)) return { now: at ?? systemClock.now(), notes: [] };
  return { now: sent, notes: [`It is judged at the moment when it was sent: ${new Date(sent).toISOString()}.`] };
};
