import { bytesOf } from '#shared/exchange/body.ts';
import type { ConformanceRow } from '#shared/platforms/conformance.ts';
import { at, bodyOf, firstOf, lengthOf, like, post, remote, rowsOf, same, say, user } from './conformance-words.ts';
import { facts } from './facts.ts';
import { unescapeHtml } from '#shared/text/html.ts';

const row = rowsOf('v1', 'platform');

const invalidPayload = '{"errors":[{"msg":"Invalid Request Payload","code":400}]}';
const invalidToken = '{"errors":[{"msg":"Invalid Access token","code":401}]}';

const message = { message: { text: 'hi' } };
const from = { from: { id: user } };

/** A request of V1, and what the platform end makes of it. */
export const v1RequestRows: readonly ConformanceRow[] = [
  row(
    'token-refused',
    facts.invalidToken,
    async (probe) => {
      const headers = [['Authorization', 'bearer not.a.token'] as const];
      const { status, text } = await post(probe, 'v1', bodyOf('v1', 'hi'), { headers });
      return firstOf(same('the status', status, 401), same('the body', text, invalidToken));
    },
    remote,
  ),
  row(
    'body-not-json',
    facts.invalidPayload,
    async (probe) => {
      const { status, text } = await post(probe, 'v1', "{'message': 1}");
      return firstOf(same('the status', status, 400), same('the body', text, invalidPayload));
    },
    remote,
  ),
  row(
    'content-type',
    facts.contentType,
    async (probe) => {
      const plain = await post(probe, 'v1', bodyOf('v1', 'hi'));
      return same('the status', plain.status, 200);
    },
    remote,
  ),
  row('byte-order-mark', facts.encoding, async (probe) => {
    const { status } = await post(probe, 'v1', bytesOf(JSON.stringify(bodyOf('v1', 'hi')), true));
    return same('the status for a body with a byte order mark', status, 200);
  }),
  row(
    'message-text',
    facts.messageText,
    async (probe) =>
      firstOf(
        same('the status with it', (await post(probe, 'v1', { ...message, ...from })).status, 200),
        same('the status without it', (await post(probe, 'v1', { message: {}, ...from })).status, 400),
      ),
    remote,
  ),
  row(
    'from-id',
    facts.fromId,
    async (probe) => same('the status without it', (await post(probe, 'v1', message)).status, 400),
    remote,
  ),
  row('from-id-number', facts.fromIdNumber, async (probe) => {
    const { status, json } = await post(probe, 'v2', bodyOf('v2', 'hi', { from: { id: 42 } }));
    return firstOf(same('the status', status, 200), same('to', json['to'], '42'));
  }),
  row(
    'to-missing',
    facts.to,
    async (probe) => same('the status', (await post(probe, 'v1', { ...message, ...from })).status, 200),
    remote,
  ),
  row(
    'to-other',
    facts.to,
    async (probe) =>
      same('the status', (await post(probe, 'v1', { ...message, ...from, to: { id: 'Kore.ai' } })).status, 200),
    remote,
  ),
  row(
    'unknown-bot',
    facts.unknownBot,
    async (probe) => {
      const settings = { botId: 'st-00000000-0000-5000-8000-000000000000' };
      return same('the status', (await post(probe, 'v1', bodyOf('v1', 'hi'), { settings })).status, 404);
    },
    remote,
  ),
  row('attachment-link', facts.attachments, async (probe) => {
    const attachments = ['https://files.example/a.png'];
    const { json } = await post(probe, 'v1', bodyOf('v1', '', { message: { text: 'look', attachments } }));
    return like('text', json['text'], /^Thank you for the file/);
  }),
  row('attachment-object', facts.attachments, async (probe) => {
    const attachments = [{ url: 'https://files.example/a.png', fileType: 'image', fileName: 'a.png' }];
    const { json } = await post(probe, 'v1', bodyOf('v1', '', { message: { text: 'look', attachments } }));
    return like('text', json['text'], /^Thank you for the file/);
  }),
];

/** What the platform end answers on V1. */
export const v1AnswerRows: readonly ConformanceRow[] = [
  row('version', facts.twoVersions, async (probe) => {
    const { json } = await say(probe, 'v1', 'hi');
    return firstOf(same('the kind of text', typeof json['text'], 'string'), same('data', json['data'], undefined));
  }),
  row('wrong-version', facts.twoVersions, async (probe) =>
    same('the status for a body of V2', (await post(probe, 'v1', bodyOf('v2', 'hi'))).status, 400),
  ),
  row('text-string', facts.text, async (probe) =>
    like('text', (await say(probe, 'v1', 'picture')).json['text'], /bank\.example/),
  ),
  row('text-array', facts.text, async (probe) => {
    const { text } = (await say(probe, 'v1', 'everyday account')).json;
    return firstOf(
      same('the number of texts', lengthOf(text), 3),
      same('the first text', at(text, 0), 'Everyday account ending in 4821'),
    );
  }),
  row('task-end', facts.taskEnd, async (probe) => {
    const { json } = await say(probe, 'v1', 'everyday account');
    return firstOf(
      same('endOfTask', json['endOfTask'], true),
      same('endReason', json['endReason'], 'Fulfilled'),
      same('completedTaskName', json['completedTaskName'], 'Show balance'),
      like('completedTaskId', json['completedTaskId'], /^dg-[0-9a-f-]{36}$/),
    );
  }),
  row('form', facts.form, async (probe) => {
    const { json } = await say(probe, 'v1', 'call me');
    return firstOf(
      same('text', json['text'], []),
      same('the id of the form', at(json, 'form', 'formDef', '_id'), 'callback'),
      same('formInitialization', at(json, 'form', 'formInitialization'), { valueMap: {} }),
    );
  }),
  row('template-escaped', facts.template, async (probe) =>
    like('text', (await say(probe, 'v1', 'hi')).json['text'], /^\{&quot;type&quot;:&quot;template&quot;,/),
  ),
  row(
    'template-not-escaped',
    facts.template,
    async (probe) => like('text', (await say(probe, 'v1', 'hi')).json['text'], /^\{"type":"template",/),
    {
      settings: { escapeTemplates: false },
    },
  ),
  ...(
    [
      ['hi', 'quick_replies'],
      ['balance', 'button'],
      ['cards', 'carousel'],
      ['branches', 'list'],
      ['payments', 'table'],
    ] as const
  ).map(([said, type]) =>
    row(`template-${type}`, facts.templateKinds, async (probe) => {
      const { text } = await say(probe, 'v1', said);
      const wanted = `"template_type\\":\\"${type}\\"`.replaceAll('\\', '');
      return unescapeHtml(text).includes(wanted) ? null : `The answer to “${said}” has no template of type ${type}.`;
    }),
  ),
  row('phone-button', facts.phone, async (probe) => {
    const { text } = await say(probe, 'v1', 'contact');
    return text.includes('tel:+44 1632 960000') ? null : 'There is no link of the scheme tel in the answer.';
  }),
  row(
    'further-instance',
    facts.hookInstance,
    async (probe) => {
      const own = await say(probe, 'v1', 'hi');
      const other = await post(probe, 'v1', bodyOf('v1', 'hi'), { settings: { webhookInstanceId: 'ivrInst-other' } });
      return firstOf(same('the status', own.status, 200), same('the status of another instance', other.status, 404));
    },
    { settings: { webhookInstanceId: 'ivrInst-7a1e0c52-3d4e-5b6f-8a90-2b3c4d5e6f71' } },
  ),
];
