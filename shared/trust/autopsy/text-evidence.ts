import type { RawRequest } from '#shared/exchange/raw-http.ts';
import type { Cause } from '#shared/trust/autopsy/cause.ts';
import type { TrustCase } from '#shared/trust/autopsy/trust-case.ts';
import { readSpot, textsOf, type PlacedText, type SpotReading } from '#shared/trust/credential-spot.ts';
import type { KnownChannel, TextCredential } from '#shared/trust/trust-model.ts';

/** What the hypotheses about one text credential look at. */
export type TextEvidence = {
  readonly credential: TextCredential;
  readonly request: RawRequest;
  /** What stands where it belongs. */
  readonly reading: SpotReading;
  /** All texts of the request. */
  readonly texts: readonly PlacedText[];
  /** The other credentials of the same model. */
  readonly siblings: readonly TextCredential[];
  readonly channel: KnownChannel;
  readonly others: readonly KnownChannel[];
  /** What no sentence may hold a part of. */
  readonly secrets: readonly string[];
};

/** Returns the cause that it is about, proven by the evidence, or null. Never throws. */
export type TextHypothesis = (evidence: TextEvidence) => Cause | null;

/** Every text that a channel compares or signs with. */
const secretsOf = ({ model }: KnownChannel): readonly string[] =>
  model.kind === 'jwt' ? [model.key, model.signingKey] : model.credentials.map(({ expected }) => expected);

/** The evidence for each credential of the channel, in the order in which the platform looks at them. */
export const evidenceOf = ({ request, channel, others }: TrustCase): readonly TextEvidence[] => {
  if (channel.model.kind !== 'texts') return [];
  const { credentials } = channel.model;
  const texts = textsOf(request);
  const readings = credentials.map((credential) => ({ credential, reading: readSpot(request, credential.spot) }));
  const came = readings.flatMap(({ reading }) => ('text' in reading ? [reading.text] : []));
  const secrets = [...new Set([...[channel, ...others].flatMap(secretsOf), ...came])].filter((each) => each !== '');
  return readings.map(({ credential, reading }) => ({
    credential,
    request,
    reading,
    texts,
    siblings: credentials.filter((each) => each !== credential),
    channel,
    others,
    secrets,
  }));
};

/** The text that came, where one did; else null. */
export const givenIn = ({ reading }: TextEvidence): string | null => (reading.kind === 'text' ? reading.text : null);
