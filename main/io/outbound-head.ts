import { fault, type Fault } from '#shared/contract/fault.ts';
import { completeHeaders, headerValues } from '#shared/exchange/raw-http.ts';
import { isFieldValue, isRequestTarget, isToken } from '#shared/exchange/sendable.ts';
import type { OutboundRequest } from '#shared/platforms/dispatch.ts';

/** The address to connect to, or null where it is none that a request can be sent to. */
export const originOf = (text: string): URL | null => {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isBare =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return isBare && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
};

/** Why these lines cannot be written as one HTTP/1.1 request, or null. Names the header, never its value: that may be a secret. */
export const unsendable = ({ method, target, headers }: OutboundRequest): Fault | null => {
  const reason = reasonOf(method, target, headers);
  return reason === null ? null : fault('request.unsendable', { reason });
};

const reasonOf = (method: string, target: string, headers: OutboundRequest['headers']): string | null => {
  if (!isToken(method)) return `${JSON.stringify(method)} is not a method`;
  if (method === 'CONNECT') return 'CONNECT opens a tunnel and has no answer to show';
  if (!isRequestTarget(target)) return 'the path is empty or has a character that must be percent-encoded';
  const badName = headers.find(([name]) => !isToken(name));
  if (badName) return `${JSON.stringify(badName[0])} is not a header name`;
  const badValue = headers.find(([, value]) => !isFieldValue(value));
  if (badValue)
    return `the value of the header ${badValue[0]} has a line break or another character that a header cannot hold`;
  return headerValues(headers, 'expect').some((value) => value.toLowerCase() === '100-continue')
    ? 'with the header Expect: 100-continue the server answers twice, and only one answer is read'
    : null;
};

/** The head as it goes over the wire: the lines as given; only the host and the length are added, where they are absent. */
export const headBytes = (request: OutboundRequest, origin: URL): Buffer => {
  const lines = completeHeaders(request, origin.host).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${request.method} ${request.target} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1');
};
