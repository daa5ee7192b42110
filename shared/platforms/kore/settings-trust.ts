import { Type } from 'typebox';

const app = { group: 'App' };
const token = { group: 'Token' };
const hmac = { only: { field: 'algorithm', is: ['HS256', 'HS512'] } };
const rsa = { only: { field: 'algorithm', is: ['RS256', 'RS512'] } };

/** How the app signs and what the platform wants of a token. Of the keys only one kind is needed, so none of them is mandatory. */
export const trustSettings = {
  algorithm: Type.Union([Type.Literal('HS256'), Type.Literal('HS512'), Type.Literal('RS256'), Type.Literal('RS512')], {
    title: 'Algorithm',
    description: 'As it is set for the app: HS with the client secret, RS with a pair of keys.',
    default: 'HS256',
    ...app,
  }),
  clientSecret: Type.Optional(
    Type.String({
      title: 'Client secret',
      description: 'Of the same app. Used as the text that it is.',
      minLength: 1,
      secret: true,
      ...app,
      ...hmac,
    }),
  ),
  publicKey: Type.String({
    title: 'Public key',
    description: 'PEM (-----BEGIN PUBLIC KEY-----). The platform end checks signatures with it.',
    default: '',
    ...app,
    ...rsa,
  }),
  privateKey: Type.Optional(
    Type.String({
      title: 'Private key',
      description: 'PEM (-----BEGIN PRIVATE KEY-----, without a password). The app end signs with it.',
      minLength: 1,
      secret: true,
      ...app,
      ...rsa,
    }),
  ),
  enforceJti: Type.Boolean({
    title: 'Enforce JTI',
    description: 'The emulated platform refuses a token without jti.',
    default: false,
    ...app,
  }),
  refuseReusedJti: Type.Boolean({
    title: 'Refuse a jti that was used',
    description: 'The emulated platform takes each jti once only.',
    default: true,
    assumed: true,
    ...app,
    only: { field: 'enforceJti', is: [true] },
  }),
  allowAnonymous: Type.Boolean({
    title: 'Allow anonymous users',
    description: 'Else the emulated platform answers 412 to a token with isAnonymous.',
    default: false,
    ...app,
  }),
  identityClaim: Type.Boolean({
    title: 'User identity (userIdentity)',
    description: 'Adds the user’s id to each token. On V2 it has to be the from.id of the message.',
    default: false,
    ...token,
  }),
};
