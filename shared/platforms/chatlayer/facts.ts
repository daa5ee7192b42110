import type { Fact } from '#shared/platforms/fact.ts';
import { offloadFacts } from './facts-offload.ts';

const webhookPage = 'Chatlayer docs, "Webhook API"';
const deprecatedPage = 'Chatlayer docs, "Webhook Channel API (Deprecated)"';
const typesPage = 'Chatlayer docs, "Message types"';
const basicsPage = 'Chatlayer docs, "Integrations 101"';
const newsPage = 'Chatlayer docs, "What’s new"';
const botium = 'botium-connector-chatlayer, its code and samples';
const bridge = 'chatlayer-examples, the vendor’s bridge to Discord';
const inference = 'not written anywhere public; concluded from the rest';

const documented = (claim: string, source: string): Fact => ({ claim, status: 'documented', source });
const observed = (claim: string, source: string): Fact => ({ claim, status: 'observed', source });
const assumed = (claim: string, source: string = inference): Fact => ({ claim, status: 'assumed', source });

const legAFacts = {
  bearer: documented('The current dialect wants Authorization: Bearer and an access token; else 401.', basicsPage),
  unauthorizedBody: assumed('The body of a 401 is {"message":"Unauthorized"}.'),
  userFields: observed('conversationId or user.id names the user.', `${botium}; ${bridge}`),
  userPrecedence: assumed('Where both are given, conversationId counts.'),
  textMessage: observed('message.textMessage.text is what the user typed.', `${botium}; ${bridge}`),
  postbackMessage: observed('message.postbackMessage holds title, nextDialogstateId and sessionDataToSet.', botium),
  introMessage: observed('message.introMessage starts the welcome flow of the bot.', botium),
  withoutIntro: documented(
    'A conversation may begin with a message of the user, without the intro.',
    `${newsPage}, October 2021`,
  ),
  sessionData: documented('sessionData beside a message updates the session.', 'Chatlayer docs, "Web widget"'),
  acceptedBody: assumed('A message is accepted with 200 and {}; the answer never holds a message of the bot.'),
  unusableBody: assumed('A body that cannot be used gets 400.'),
  rateHeaders: documented('x-ratelimit-limit, -remaining and -reset tell of the limit.', basicsPage),
  rateReset: assumed(
    'x-ratelimit-reset is in milliseconds, as in the sample, though the words say seconds.',
    basicsPage,
  ),
  tooMany: assumed('Above the limit the answer is 429.'),
  pressOpaque: assumed('An opaque payload comes back as the text of textMessage or as payload of postbackMessage.'),
  userMedia: observed('There is no public form for files of the user.', botium),
  otherDialect: assumed('An address of another dialect than that of the channel gets 404.'),
} as const satisfies Readonly<Record<string, Fact>>;

const deprecatedFacts = {
  d0Token: documented('The deprecated dialect wants verifyToken in the body, and no access token.', deprecatedPage),
  d0WrongToken: assumed('A wrong verifyToken is refused with 401 (or 403).'),
  d0Body: documented('text and sender.id are mandatory, locale is optional.', deprecatedPage),
  d0Accepted: documented('A message is accepted with 200 and the text EVENT_RECEIVED.', deprecatedPage),
  d0SenderLength: documented('The sender id should have 32 characters or more.', deprecatedPage),
  d0Press: documented('A press sends the payload, verbatim, as text.', deprecatedPage),
  d0History: documented('GET /api/bots/:botId/history/:senderId gives rows and count.', deprecatedPage),
  d0SessionData: documented('GET /api/sessionData/:botId/:senderId/:namespace gives an object.', deprecatedPage),
  d0Webview: documented('POST /api/webview takes messages of type and config, or an action.', deprecatedPage),
  extract: observed('POST …/nlp/extract gives intents and entities of an expression.', botium),
} as const satisfies Readonly<Record<string, Fact>>;

const legBFacts = {
  onePost: documented('Each message of the bot is one POST to the webhook URL.', webhookPage),
  order: assumed('The messages of one answer come in their order, one after the other.'),
  e1: documented(
    'The envelope is senderId, message, messageCounter, verifyToken.',
    `${typesPage}; read by both public clients`,
  ),
  e2: documented('The envelope is recipient.id, verifyToken, message; public clients do not read it.', webhookPage),
  merged: assumed('A body with senderId and recipient.id serves readers of both pages.'),
  counter: documented('messageCounter is a number that begins at 1.', `${typesPage}, samples`),
  counterRises: assumed('messageCounter rises by one with each message of a conversation.'),
  verifyToken: documented('verifyToken in the body is all that proves who sent it.', webhookPage),
  noSignature: assumed(
    'There is no signature header and no challenge on this channel.',
    'concluded from the silence of the docs',
  ),
  jsonPost: observed('The POST is application/json.', 'every public receiver reads it with a JSON parser'),
  nlp: observed('nlp.intent.name and .score stand beside the message where an intent was found.', botium),
  receiverAnswer: observed(
    'The app answers 200; its body is not looked at.',
    'chatlayer-examples, the vendor’s receivers',
  ),
  receiverRefuses: observed('An app may answer 401 where verifyToken differs.', bridge),
  retries: documented('After a failing status the message is sent up to 3 times more.', deprecatedPage),
  retrySpacing: assumed('The retries wait 1, 2 and 4 seconds.'),
  retryNoAnswer: assumed('No answer within 5 seconds counts as a failure.'),
  typing: assumed(
    'The typing speed (1500 ms by default) stands between two messages on this channel too.',
    'Chatlayer docs, "Bot answers, settings" has the speed; that the webhook waits is concluded',
  ),
} as const satisfies Readonly<Record<string, Fact>>;

const messageFacts = {
  text: documented('A text is {text}.', typesPage),
  buttons: documented('Buttons are a template of template_type button, with text.', typesPage),
  buttonTypes: documented('A button is postback or phone_number with payload, or web_url with url.', typesPage),
  quickReplies: documented('Quick replies stand beside text, with content_type text, title and payload.', typesPage),
  carousel: documented('A carousel is a template of template_type generic; a card has at most 3 buttons.', typesPage),
  list: documented('A list is a template of template_type list with 2 to 4 elements of one button each.', typesPage),
  media: documented('A picture or film is an attachment of type image or video with payload.url.', typesPage),
  otherMedia: assumed(
    'Sound and files are attachments of type audio and file.',
    'Chatlayer docs of 2020 know the kinds; the form is concluded',
  ),
  opaquePayload: documented(
    'A payload is 40 hexadecimal digits and has to come back unchanged.',
    `${newsPage}, January 2022; ${typesPage}`,
  ),
  jsonPayload: documented(
    'Before 2022 a payload was JSON in a string, with params and nextDialogstateId.',
    deprecatedPage,
  ),
  event: documented(
    'A message of type event is meant for the app, not for the user.',
    'Chatlayer docs, "Action bot dialog", JSON builder',
  ),
  eventKeys: assumed('The other keys of an event are those that the author of the bot wrote.'),
  noRichText: documented(
    'The channel has no rich text, no file upload, no iframe and no web view.',
    'Chatlayer docs, "Multi-channel", table of features',
  ),
  internalFormat: documented(
    'Inside Chatlayer a message has type and config; on this channel it has not.',
    `${typesPage}, whose heading still says so`,
  ),
} as const satisfies Readonly<Record<string, Fact>>;

/** No finding and no check about Chatlayer is made without one of these. */
export const facts = { ...legAFacts, ...deprecatedFacts, ...legBFacts, ...messageFacts, ...offloadFacts };
