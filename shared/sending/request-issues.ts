import type { InputIssue } from '#shared/contract/fault.ts';
import { isFieldValue, isRequestTarget, isToken } from '#shared/exchange/sendable.ts';
import { readAddress } from '#shared/exchange/written-request.ts';
import { decodeBase64 } from '#shared/text/base64.ts';
import type { EditedRequest } from './edited-request.ts';

type Issues = readonly InputIssue[];

/** A name or an address, and a port: what a connection can be made to. */
const authority = /^(?:\[[0-9a-f:.]+\]|[^[\]:/?#@\s]+)(?::\d{1,5})?$/i;

const methodIssue = (method: string): string | null => {
  if (method === '') return 'must not be empty';
  if (!isToken(method)) return 'must be one word without spaces and separators, such as POST';
  return method === 'CONNECT' ? 'must not be CONNECT, which opens a tunnel and has no answer to show' : null;
};

const urlIssue = (url: string): string | null => {
  if (url === '') return 'must not be empty';
  const address = readAddress(url);
  if (!address) return 'must begin with http:// or https:// and a host, and have no space in it';
  if (address.user !== null) return 'must not hold a name and password: put them into the header Authorization';
  if (!authority.test(address.origin.replace(/^https?:\/\//, '')))
    return 'must have a host behind its //, and behind that a port or nothing';
  return isRequestTarget(address.target) ? null : 'has a character that must be percent-encoded';
};

const nameIssue = (name: string, value: string): string | null => {
  if (name === '') return 'must not be empty';
  if (!isToken(name)) return 'must be a header name: letters, digits and hyphens, without spaces and colons';
  return name.toLowerCase() === 'expect' && value.trim().toLowerCase() === '100-continue'
    ? 'must not be Expect: 100-continue, to which the server answers twice'
    : null;
};

const valueIssue = (value: string): string | null => {
  if (/[\r\n]/.test(value)) return 'must be one line';
  return isFieldValue(value) ? null : 'has a character that a header cannot hold';
};

const bodyIssue = (body: EditedRequest['body']): Issues => {
  if ('text' in body) return [];
  const decoded = decodeBase64(body.base64);
  return decoded.ok ? [] : at('/body/base64', `must be base64. ${decoded.problem}`);
};

const at = (path: string, message: string | null): Issues => (message === null ? [] : [{ path, message }]);

/**
 * Why a request cannot be sent as HTTP/1.1, beside the fields that have to be changed (JSON Pointer: `/headers/2/1` is the value of the
 * third line). Give it one whose variables are filled in. Quotes nothing: it may be a secret.
 */
export const requestIssues = ({ method, url, headers, body }: EditedRequest): Issues => [
  ...at('/method', methodIssue(method)),
  ...at('/url', urlIssue(url)),
  ...headers.flatMap(([name, value], index) => [
    ...at(`/headers/${String(index)}/0`, nameIssue(name, value)),
    ...at(`/headers/${String(index)}/1`, valueIssue(value)),
  ]),
  ...bodyIssue(body),
];
