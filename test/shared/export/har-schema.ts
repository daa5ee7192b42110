import { Type } from 'typebox';

// HAR 1.2 as its draft has it (W3C Web Performance Working Group, HTTP Archive (HAR) format, August 2012): what it does not call optional is required.
const Pair = Type.Object({ name: Type.String(), value: Type.String(), comment: Type.Optional(Type.String()) });
const Size = Type.Integer({ minimum: -1 });
const Time = Type.Number({ minimum: -1 });

/** Custom fields begin with an underscore. `encoding` in postData is what the reader of the browsers' archives takes as well. */
const named = { patternProperties: { '^_': {} }, additionalProperties: false };

export const HarSchema = Type.Object(
  {
    log: Type.Object(
      {
        version: Type.Literal('1.2'),
        creator: Type.Object({ name: Type.String(), version: Type.String() }, named),
        entries: Type.Array(
          Type.Object(
            {
              startedDateTime: Type.String({
                pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$`,
              }),
              time: Type.Number({ minimum: 0 }),
              request: Type.Object(
                {
                  method: Type.String(),
                  url: Type.String({ pattern: '^https?://' }),
                  httpVersion: Type.String(),
                  cookies: Type.Array(Pair),
                  headers: Type.Array(Pair),
                  queryString: Type.Array(Pair),
                  postData: Type.Optional(
                    Type.Object(
                      { mimeType: Type.String(), text: Type.String(), encoding: Type.Optional(Type.Literal('base64')) },
                      named,
                    ),
                  ),
                  headersSize: Size,
                  bodySize: Size,
                },
                named,
              ),
              response: Type.Object(
                {
                  status: Type.Integer(),
                  statusText: Type.String(),
                  httpVersion: Type.String(),
                  cookies: Type.Array(Pair),
                  headers: Type.Array(Pair),
                  content: Type.Object(
                    {
                      size: Type.Integer(),
                      mimeType: Type.String(),
                      text: Type.Optional(Type.String()),
                      encoding: Type.Optional(Type.String()),
                    },
                    named,
                  ),
                  redirectURL: Type.String(),
                  headersSize: Size,
                  bodySize: Size,
                },
                named,
              ),
              cache: Type.Object({}, named),
              timings: Type.Object(
                {
                  blocked: Time,
                  dns: Time,
                  connect: Time,
                  ssl: Time,
                  send: Type.Number({ minimum: 0 }),
                  wait: Type.Number({ minimum: 0 }),
                  receive: Type.Number({ minimum: 0 }),
                },
                named,
              ),
            },
            named,
          ),
        ),
      },
      named,
    ),
  },
  named,
);
