import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { at, bodyOf, firstOf, lengthOf, like, post, remote, rowsOf, same, say, sendV2 } from './conformance-words.ts';
import { facts } from './facts.ts';

const row = rowsOf('v2', 'platform', { pollingEnabled: false });

const trace = /^RTM-TRACE-[0-9A-Z]{9}$/;

/** A request of V2, and what the platform end makes of it. */
export const v2RequestRows: readonly ConformanceRow[] = [
  row(
    'message',
    facts.messageVal,
    async (probe) =>
      firstOf(
        same('the status for text', (await say(probe, 'v2', 'hi')).status, 200),
        same('the status without val', (await sendV2(probe, { type: 'text' })).status, 400),
        same('the status for another type', (await sendV2(probe, { type: 'Text', val: 'hi' })).status, 400),
      ),
    remote,
  ),
  row('template', facts.messageVal, async (probe) =>
    same('the status', (await sendV2(probe, { type: 'template', val: { text: 'hi' } })).status, 200),
  ),
  row(
    'blank-with-attachments',
    facts.blankWithAttachments,
    async (probe) => {
      const attachments = [{ url: 'https://files.example/a.png', fileType: 'image' }];
      return firstOf(
        same('the status with words', (await sendV2(probe, { type: 'text', val: 'look', attachments })).status, 200),
        same('the status without words', (await sendV2(probe, { type: 'text', val: ' ', attachments })).status, 400),
      );
    },
    remote,
  ),
  row('attachments', facts.attachments, async (probe) => {
    const { json } = await sendV2(probe, { type: 'text', val: 'look', attachments: ['https://files.example/a.pdf'] });
    return like('the answer', at(json, 'data', 0, 'val'), /^Thank you for the file/);
  }),
  row('form-data', facts.formData, async (probe) => {
    const val = {
      formId: 'callback',
      data: [
        { componentId: 'name', input: 'Robin' },
        { componentId: 'submit', input: 'Submit' },
      ],
      meta: {},
    };
    const { json } = await sendV2(probe, { type: 'formData', val });
    return firstOf(
      same('the answer', at(json, 'data', 0, 'val'), 'Thank you, I have noted: Robin.'),
      same('the status without data', (await sendV2(probe, { type: 'formData', val: {} })).status, 400),
    );
  }),
  row(
    'language',
    facts.language,
    async (probe) =>
      firstOf(
        same('the status', (await post(probe, 'v2', bodyOf('v2', 'hi', { interactiveLanguage: 'fr' }))).status, 200),
        same('the status', (await post(probe, 'v2', bodyOf('v2', 'hi', { InteractiveLanguage: 'fr' }))).status, 200),
      ),
    remote,
  ),
  row(
    'unknown-keys',
    facts.unknownKeys,
    async (probe) => {
      const message = { type: 'text', val: 'hi', attachments: [{}] };
      const { status, json } = await post(probe, 'v2', bodyOf('v2', '', { message, token: {} }));
      return firstOf(same('the status', status, 200), same('the number of messages', lengthOf(json['data']), 1));
    },
    remote,
  ),
  row(
    'on-connect',
    facts.onConnect,
    async (probe) => {
      const { status, json } = await sendV2(probe, { type: 'event', val: 'ON_CONNECT' });
      return firstOf(same('the status', status, 200), like('the welcome', at(json, 'data', 0, 'val'), /\S/));
    },
    remote,
  ),
  row(
    'other-event',
    facts.events,
    async (probe) => same('the status', (await sendV2(probe, { type: 'event', val: 'ON_DISCONNECT' })).status, 400),
    remote,
  ),
  row(
    'session-closure',
    facts.closure,
    async (probe) => {
      await say(probe, 'v2', 'hi');
      const closure = { type: 'event', val: 'SESSION_CLOSURE' };
      const [first, second] = [await sendV2(probe, closure), await sendV2(probe, closure)];
      return firstOf(
        same('the first answer', first.json, {
          data: [
            {
              type: 'event',
              val: 'SESSION_CLOSURE',
              eventType: 'SESSION_CLOSURE_SUCCESS',
              description: 'session closed successfully',
            },
          ],
          _v: 'v2',
        }),
        same('the second', at(second.json, 'data', 0, 'eventType'), 'SESSION_CLOSURE_IGNORED'),
        same('its description', at(second.json, 'data', 0, 'description'), "Active session doesn't exist"),
      );
    },
    remote,
  ),
];

/** What the platform end answers on V2. */
export const v2AnswerRows: readonly ConformanceRow[] = [
  row(
    'version',
    facts.twoVersions,
    async (probe) => {
      const { json } = await say(probe, 'v2', 'hi');
      return firstOf(same('text', json['text'], undefined), same('_v', json['_v'], 'v2'));
    },
    remote,
  ),
  row(
    'wrong-version',
    facts.twoVersions,
    async (probe) => same('the status for a body of V1', (await post(probe, 'v2', bodyOf('v1', 'hi'))).status, 400),
    remote,
  ),
  row(
    'data',
    facts.data,
    async (probe) => {
      const item = at((await say(probe, 'v2', 'hi')).json, 'data', 0);
      return firstOf(
        same('type', at(item, 'type'), 'text'),
        like('val', at(item, 'val'), /\S/),
        like('createdOn', at(item, 'createdOn'), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        like('messageId', at(item, 'messageId'), /^ms-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
      );
    },
    remote,
  ),
  row('addressed', facts.addressedV2, async (probe) => {
    const { json } = await say(probe, 'v2', 'hi');
    return firstOf(same('to', json['to'], 'u-probe'), same('from', json['from'], probe.settings['botId']));
  }),
  row(
    'not-addressed',
    facts.addressedV2,
    async (probe) => {
      const { status, json } = await say(probe, 'v2', 'hi');
      return firstOf(same('the status', status, 200), same('to', json['to'], undefined));
    },
    {
      settings: { addressedV2: false },
    },
  ),
  row('template-raw', facts.templateV2, async (probe) =>
    like('val', at((await say(probe, 'v2', 'hi')).json, 'data', 0, 'val'), /^\{"type":"template","payload":/),
  ),
  row(
    'template-escaped',
    facts.templateV2,
    async (probe) => like('val', at((await say(probe, 'v2', 'hi')).json, 'data', 0, 'val'), /^\{&quot;type&quot;/),
    {
      settings: { escapeTemplatesV2: true },
    },
  ),
  row('task-end', facts.taskEnd, async (probe) => {
    const { json } = await say(probe, 'v2', 'everyday account');
    return firstOf(
      same('the number of messages', lengthOf(json['data']), 3),
      same('endOfTask', json['endOfTask'], true),
      same('completedTaskName', json['completedTaskName'], 'Show balance'),
    );
  }),
  row('form', facts.formV2, async (probe) => {
    const { json } = await say(probe, 'v2', 'call me');
    return firstOf(same('data', json['data'], []), same('formId', at(json, 'form', 'formDef', '_id'), 'callback'));
  }),
  row('form-fields', facts.formFields, async (probe) => {
    const component = at((await say(probe, 'v2', 'call me')).json, 'form', 'formDef', 'components', 1);
    return firstOf(
      same('_id', at(component, '_id'), 'phone'),
      same('type', at(component, 'type'), 'phoneNumber'),
      same('displayName', at(component, 'metaData', 'displayName'), 'Phone number'),
      same('required', at(component, 'metaData', 'required'), true),
    );
  }),
  row(
    'error-401',
    facts.errorsV2,
    async (probe) => {
      const headers = [['Authorization', 'bearer not.a.token'] as const];
      const { status, json } = await post(probe, 'v2', bodyOf('v2', 'hi'), { headers });
      return firstOf(
        same('the status', status, 401),
        same('errors', json['errors'], [{ msg: 'Invalid Access token', code: 401 }]),
        same('_v', json['_v'], 'v2'),
        like('_t', json['_t'], trace),
      );
    },
    remote,
  ),
  row(
    'error-400',
    facts.errorsV2,
    async (probe) => {
      const { status, json } = await post(probe, 'v2', '{"message":');
      return firstOf(
        same('the status', status, 400),
        same('errors', json['errors'], [{ msg: 'Invalid Request Payload', code: 400 }]),
        like('_t', json['_t'], trace),
      );
    },
    remote,
  ),
];
