import type { Fact } from '#shared/platforms/fact.ts';

const channelPage = 'Kore.ai docs, "Adding WebHook as a channel"';
const apiPage = 'Kore.ai docs, "API introduction"';
const notifyPage = 'Kore.ai docs, "Proactive Notifications API v2"';
const intentPage = 'Kore.ai docs, "Find Intent API"';
const webSdk = 'web-kore-sdk, source and traffic in webhook mode';
const clients = 'public clients of the channel (web-kore-sdk, botium-connector-koreai-webhook, RedGuard)';
const botiumReadme = 'botium-connector-koreai-webhook, README';
const inference = 'not written anywhere public; concluded from the rest';

/** What we hold true about the token of a request. */
export const tokenFacts = {
  bearer: { claim: 'The token is sent as Authorization: bearer.', status: 'documented', source: channelPage },
  scheme: { claim: 'The scheme is taken in any case.', status: 'observed', source: clients },
  tokenForm: { claim: 'The token is a signed JWT of three parts.', status: 'documented', source: channelPage },
  algorithm: {
    claim:
      'The app has one algorithm: HS256 or HS512 with its client secret, RS256 or RS512 with the public key of the customer.',
    status: 'documented',
    source: channelPage,
  },
  algorithmRefused: { claim: 'A token of another algorithm is refused.', status: 'assumed', source: inference },
  appId: { claim: 'The claim appId is the client id, spelt exactly so.', status: 'documented', source: apiPage },
  iss: {
    claim: 'The claim iss is taken instead of appId.',
    status: 'assumed',
    source: `concluded from ${clients}, which send it`,
  },
  signature: {
    claim: 'The signature is made with the client secret, or with the private key of the pair.',
    status: 'documented',
    source: channelPage,
  },
  expiry: { claim: 'A token whose exp is past is refused.', status: 'assumed', source: inference },
  noExpiry: { claim: 'A token without exp never expires.', status: 'observed', source: clients },
  begin: { claim: 'Whether nbf is looked at is not known.', status: 'assumed', source: inference },
  sub: { claim: 'The claim sub may be any value; numbers are sent too.', status: 'documented', source: channelPage },
  audience: { claim: 'The claim aud is not looked at.', status: 'assumed', source: inference },
  jti: {
    claim: 'An app that enforces JTI refuses a token without jti; others do not look at it.',
    status: 'documented',
    source: apiPage,
  },
  jtiReused: {
    claim: 'An app that enforces JTI takes each jti once only.',
    status: 'assumed',
    source: `${apiPage} only says that jti has to be there`,
  },
  userIdentity: {
    claim: 'On V2 the claim userIdentity, where there is one, has to be the from.id of the message.',
    status: 'documented',
    source: channelPage,
  },
  anonymous: {
    claim: 'isAnonymous needs an app that allows anonymous users, else 412.',
    status: 'observed',
    source: botiumReadme,
  },
} as const satisfies Readonly<Record<string, Fact>>;

/** What we hold true about what the platform offers beside the conversation. */
export const serviceFacts = {
  cors: {
    claim: 'Pages of any origin may call the channel, with the headers authorization and content-type.',
    status: 'observed',
    source: webSdk,
  },
  serviceToken: {
    claim: 'The services want the same token as the channel; a refused one gets 401.',
    status: 'assumed',
    source: inference,
  },
  authHeader: {
    claim: 'The public APIs take the token in a header named auth, without a scheme.',
    status: 'documented',
    source: apiPage,
  },
  uploadFile: {
    claim: 'A multipart form with file, fileContext, fileExtension and Filename is answered with fileId and hash.',
    status: 'documented',
    source: channelPage,
  },
  uploadRefused: {
    claim: 'A form without its file or its fields gets 400.',
    status: 'assumed',
    source: inference,
  },
  uploadToken: {
    claim: 'A file in chunks begins with a fileToken, for the channel ivr or an ivrInst- id.',
    status: 'documented',
    source: `${channelPage}; the name of the field: web-kore-sdk`,
  },
  uploadChunk: {
    claim: 'Each chunk is a multipart form with chunk and chunkNo, sent to the address of its fileToken.',
    status: 'documented',
    source: channelPage,
  },
  uploadCommit: {
    claim: 'PUT with totalChunks, filename, fileExtension and fileContext makes one file of them and tells its fileId.',
    status: 'documented',
    source: `${channelPage}; the name of the field: web-kore-sdk`,
  },
  uploadGaps: {
    claim: 'A fileToken that is not known, and a commit whose chunks are not all there, get 400.',
    status: 'assumed',
    source: inference,
  },
  uploadKnown: {
    claim: 'A message takes the fileId of a file that was uploaded; what becomes of another one is not known.',
    status: 'assumed',
    source: `${channelPage} has the fileId; the rest is ${inference}`,
  },
  chatHistory: {
    claim:
      'The history is messages, newest first, with _id, type incoming or outgoing, components and createdOn; limit says how many.',
    status: 'observed',
    source: webSdk,
  },
  historyUser: {
    claim: 'Whose history it is follows from the token: userIdentity, else sub.',
    status: 'assumed',
    source: inference,
  },
  botMeta: { claim: 'The bot’s meta data is an object with icon.', status: 'observed', source: webSdk },
  findIntent: {
    claim: 'findIntent answers successintent with the winning intent, or failintent.',
    status: 'documented',
    source: `${intentPage}; failintent: botium-connector-koreai-webhook`,
  },
  findIntentInput: { claim: 'findIntent wants input and streamName.', status: 'documented', source: intentPage },
  notifyJob: {
    claim: 'notifyV2 answers with the record of a job that is in progress.',
    status: 'documented',
    source: notifyPage,
  },
  notifyDelivery: {
    claim: 'Each identity gets its message: its customMessage, else the message of all.',
    status: 'documented',
    source: notifyPage,
  },
  notifyParameters: {
    claim: 'A name in braces is replaced by the parameter of that name.',
    status: 'documented',
    source: `${notifyPage}; it contradicts itself on whether that needs a customMessage, so both are filled`,
  },
  notifyAddress: {
    claim: 'An e-mail address reaches the user who gave it in userInfo; where nobody did, it is the user id.',
    status: 'assumed',
    source: inference,
  },
  notifyLimits: {
    claim: '1 to 1000 identities; at most 20 parameters, each a text of at most 200 characters; no other keys.',
    status: 'documented',
    source: notifyPage,
  },
  notifyMessageName: {
    claim: 'The message may be named message or content.',
    status: 'documented',
    source: `${notifyPage}: the table has message, the samples content`,
  },
  notifyRefused: { claim: 'A notification that breaks a rule gets 400.', status: 'assumed', source: inference },
  notifyScript: {
    claim: 'What a message of type script says is not known here: scripts of the bot are not run.',
    status: 'assumed',
    source: inference,
  },
  notifyMode: {
    claim: 'Notifications on a webhook need the asynchronous mode and V2.',
    status: 'documented',
    source: notifyPage,
  },
  jwtService: {
    claim:
      'The service that pages ask for a token takes clientId, clientSecret, identity and isAnonymous, as a form or JSON, and answers { jwt }.',
    status: 'observed',
    source: 'web-kore-sdk, its sample pages; a public sample of such a service',
  },
  jwtClaims: {
    claim: 'The token of that service has iss, sub and aud, and says isAnonymous.',
    status: 'observed',
    source: 'a public sample of such a service',
  },
  jwtServiceOff: {
    claim:
      'Kore.ai has no such service for production: it is the customer’s own. Ours is off until it is switched on, and answers 404.',
    status: 'documented',
    source: 'web-kore-sdk, README',
  },
} as const satisfies Readonly<Record<string, Fact>>;
