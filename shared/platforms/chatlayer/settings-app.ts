import { Type } from 'typebox';

const user = { group: 'User' };
const app = { group: 'App end' };
const inDialects = (...is: readonly string[]) => ({ only: { field: 'dialect', is } });

/** What the app end says of its user, and how it behaves. */
export const appSettings = {
  userId: Type.String({
    title: 'User id',
    description:
      'The user of a new conversation. Empty: a new UUID each time. The deprecated dialect wants 32 characters or more.',
    default: '',
    ...user,
  }),
  userField: Type.Union(
    [
      Type.Literal('conversationId', { title: 'conversationId' }),
      Type.Literal('user', { title: 'user.id' }),
      Type.Literal('both', { title: 'Both' }),
    ],
    {
      title: 'Where the user id stands',
      description: 'Public programs send one or the other; either names the user.',
      default: 'conversationId',
      ...inDialects('d1'),
      ...user,
    },
  ),
  firstName: Type.String({ title: 'First name', description: 'In user.', default: '', ...inDialects('d1'), ...user }),
  lastName: Type.String({ title: 'Last name', description: 'In user.', default: '', ...inDialects('d1'), ...user }),
  language: Type.String({
    title: 'Language',
    description:
      'Two letters: user.preferredLanguage, locale in the deprecated dialect, sender.preferredLanguage in the offloading webhook.',
    default: '',
    ...user,
  }),
  sessionData: Type.Record(Type.String(), Type.Unknown(), {
    title: 'Session data',
    description: 'Sent with each message; the bot finds it in its session.',
    default: {},
    json: true,
    ...inDialects('d1'),
    ...user,
  }),
  pressAs: Type.Union(
    [
      Type.Literal('text', { title: 'textMessage with the payload as its text' }),
      Type.Literal('postback', { title: 'postbackMessage with payload' }),
    ],
    {
      title: 'An opaque payload goes back as',
      description:
        'Written nowhere for this dialect. A payload that is JSON goes back as postbackMessage with nextDialogstateId.',
      default: 'text',
      assumed: true,
      ...inDialects('d1'),
      ...app,
    },
  ),
  onWrongToken: Type.Union([Type.Literal(401, { title: '401' }), Type.Literal(200, { title: '200, and ignores it' })], {
    title: 'A wrong verify token is answered with',
    description: 'Receivers in the wild do one or the other; after a 401 the platform tries again.',
    default: 401,
    ...app,
  }),
  timeLimit: Type.Number({
    title: 'Our time limit',
    description: 'Seconds until the app end gives up waiting for the platform.',
    exclusiveMinimum: 0,
    maximum: 600,
    default: 30,
    ...app,
  }),
};
