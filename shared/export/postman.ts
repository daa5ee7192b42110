import { queryOf } from '#shared/exchange/form-body.ts';
import { headerValue, pathOf, type HeaderLines } from '#shared/exchange/raw-http.ts';
import { encodeBase64 } from '#shared/text/base64.ts';
import type { Json, JsonObject } from '#shared/text/json.ts';
import { traceName } from '#shared/exchange/trace.ts';
import { indentedJson, writerOfExchanges, type FileWriter } from '#shared/export/file-writer.ts';
import { addressOf, exactText, originOf, type ExportedExchange } from '#shared/export/exported.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/**
 * Exchanges as a Postman collection (Collection Format v2.1.0), each with its answer as an example. A body that is no text cannot
 * stand in a collection: it is told in base64 in the description.
 */
export const postmanWriter = (name: string): FileWriter =>
  writerOfExchanges({
    begin: () => `{\n  "info": ${indentedJson({ name, schema }, 1)},\n  "item": [`,
    exchange: (exported) => `\n    ${indentedJson(itemOf(exported), 2)}`,
    separator: ',',
    end: () => '\n  ]\n}\n',
  });

const itemOf = (exported: ExportedExchange): JsonObject => {
  const { exchange, responseBody } = exported;
  const { summary, target, response } = exchange;
  const name = `#${String(summary.id)} ${summary.method} ${pathOf(target)}`;
  const request = requestOf(exported);
  return {
    name,
    description: `Trace ${traceName(summary.traceId)}`,
    request,
    response: response
      ? [
          {
            name: `${String(response.status)} ${response.reason}`.trim(),
            originalRequest: request,
            status: response.reason,
            code: response.status,
            header: linesOf(response.headers),
            body: exactText(responseBody ?? new Uint8Array()) ?? '',
          },
        ]
      : [],
  };
};

const requestOf = ({ exchange, requestBody }: ExportedExchange): JsonObject => {
  const { request, summary } = exchange;
  const text = exactText(requestBody);
  const isJson = /\bjson\b/i.test(headerValue(request.headers, 'content-type') ?? '');
  return {
    method: summary.method,
    // Postman counts the length and names the host by itself.
    header: linesOf(request.headers.filter(([name]) => !/^(?:content-length|host)$/i.test(name))),
    url: urlOf(exchange),
    ...(text === null
      ? { description: `The body is no text. In base64: ${encodeBase64(requestBody)}` }
      : text === ''
        ? {}
        : { body: { mode: 'raw', raw: text, ...(isJson ? { options: { raw: { language: 'json' } } } : {}) } }),
  };
};

const urlOf = (exchange: ExportedExchange['exchange']): JsonObject => {
  const [, protocol = 'http', host = '', port] = /^(https?):\/\/(.*?)(?::(\d+))?$/.exec(originOf(exchange)) ?? [];
  return {
    raw: addressOf(exchange),
    protocol,
    host: host.startsWith('[') ? [host] : host.split('.'),
    ...(port === undefined ? {} : { port }),
    path: pathOf(exchange.target).replace(/^\//, '').split('/'),
    query: linesOf([...queryOf(exchange.target)]),
  };
};

const linesOf = (lines: HeaderLines): readonly Json[] => lines.map(([key, value]) => ({ key, value }));
