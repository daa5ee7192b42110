import type { InputIssue } from '#shared/contract/fault.ts';
import type { EditedRequest } from './edited-request.ts';
import { fillVariables, type Place } from './fill-variables.ts';
import { variableProblems, type Variable, type VariableValues } from './variables.ts';

/** What the body is, by its Content-Type, else by how it begins: it decides how a value is written into it. */
export const bodyPlace = (headers: EditedRequest['headers'], text: string): Place => {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1].toLowerCase() ?? '';
  if (/[/+]json\b/.test(type)) return 'json';
  if (type.includes('x-www-form-urlencoded')) return 'form';
  return /^\s*(?:\{\s*["}]|\[)/.test(text) ? 'json' : 'text';
};

/** Every mention of a variable that there is not, beside its field. A request that goes out with its braces has none. */
export const variableIssues = (request: EditedRequest, known: readonly Variable[]): readonly InputIssue[] => {
  if (!request.withVariables) return [];
  const issuesOf = (path: string, text: string): readonly InputIssue[] =>
    variableProblems(text, known).map(({ message }) => ({ path, message }));
  return [
    ...issuesOf('/url', request.url),
    ...request.headers.flatMap(([, value], index) => issuesOf(`/headers/${String(index)}/1`, value)),
    ...('text' in request.body ? issuesOf('/body/text', request.body.text) : []),
  ];
};

/** The request with its variables filled in: in the address, the values of the headers and a body of text. */
export const filledRequest = (request: EditedRequest, values: VariableValues): EditedRequest => {
  if (!request.withVariables) return request;
  const { url, headers, body } = request;
  return {
    ...request,
    url: fillVariables(url, 'url', values),
    headers: headers.map(([name, value]) => [name, fillVariables(value, 'header', values)]),
    body: 'text' in body ? { text: fillVariables(body.text, bodyPlace(headers, body.text), values) } : body,
  };
};
