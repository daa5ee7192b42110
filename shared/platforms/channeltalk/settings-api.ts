import { Type } from 'typebox';

const api = { group: 'Open API' };
const people = { group: 'People' };

const address = {
  pattern: String.raw`^https?://[^\s/?#@]+/?$`,
  must: 'begin with http:// or https://, and name a host without a path',
};

/** The Open API of the channel. */
export const apiFields = {
  host: Type.String({
    title: 'Address of the Open API',
    description: 'The platform that is called when Hookbench does not play the platform end.',
    ...address,
    default: 'https://api.channel.io',
    ...api,
  }),
  accessKey: Type.String({ title: 'Access key', description: 'Sent as x-access-key.', minLength: 1, ...api }),
  accessSecret: Type.String({
    title: 'Access secret',
    description: 'Sent as x-access-secret.',
    minLength: 1,
    secret: true,
    ...api,
  }),
  rateLimit: Type.Integer({
    title: 'Rate limit',
    description: 'Requests until 429. Channel Talk documents 1000.',
    minimum: 1,
    maximum: 1_000_000,
    default: 1000,
    ...api,
  }),
  rateWindow: Type.Integer({
    title: 'Rate window',
    description: 'Seconds until all of them are there again.',
    minimum: 1,
    maximum: 3600,
    default: 60,
    assumed: true,
    ...api,
  }),
  timeLimit: Type.Number({
    title: 'Our time limit',
    description: 'Seconds until the app end gives up waiting for the Open API.',
    exclusiveMinimum: 0,
    maximum: 600,
    default: 30,
    ...api,
  }),
};

/** Who is in the channel. */
export const peopleFields = {
  channelId: Type.String({ title: 'Channel id', default: '10001', minLength: 1, ...people }),
  channelName: Type.String({
    title: 'Channel name',
    description: 'Also the name of a bot that has none.',
    default: 'Larkspur Bank',
    minLength: 1,
    ...people,
  }),
  userName: Type.String({ title: 'Name of the user', default: 'Robin Example', ...people }),
  memberId: Type.String({
    title: 'Member id',
    description: 'Of a user who is known to the customer. Empty: the user is a lead.',
    default: '',
    ...people,
  }),
  email: Type.String({ title: 'E-mail of the user', default: 'robin@example.com', ...people }),
  managerId: Type.String({ title: 'Manager id', default: '20002', minLength: 1, ...people }),
  managerName: Type.String({ title: 'Name of the manager', default: 'Kim Example', minLength: 1, ...people }),
  groupId: Type.String({ title: 'Team chat id', default: '30003', minLength: 1, ...people }),
  groupName: Type.String({ title: 'Name of the team chat', default: 'support', minLength: 1, ...people }),
};
