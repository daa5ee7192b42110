import { Type } from 'typebox';

const wire = { group: 'Wire' };

/** How events are spelt, and how the emulated platform treats the app. */
export const wireFields = {
  typeCase: Type.Union(
    [
      Type.Literal('lower', { title: 'message, userChat (as in samples)' }),
      Type.Literal('capitalised', { title: 'Message, UserChat (as in the prose)' }),
      Type.Literal('absent', { title: 'No type at all' }),
    ],
    {
      title: 'Spelling of type',
      description: 'The docs contradict themselves: an app has to take each.',
      default: 'lower',
      ...wire,
    },
  ),
  eventNames: Type.Union(
    [
      Type.Literal('words', { title: 'push, upsert' }),
      Type.Literal('old', { title: 'create, update (older page)' }),
      Type.Literal('scopes', { title: 'The name of the scope (vendor’s n8n node)' }),
    ],
    { title: 'Spelling of event', description: 'What stands in event.', default: 'words', ...wire },
  ),
  eventLimit: Type.Number({
    title: 'Limit of an event',
    description: 'Seconds that Channel Talk waits for the app.',
    exclusiveMinimum: 0,
    maximum: 600,
    default: 10,
    assumed: true,
    ...wire,
  }),
  countsUnanswered: Type.Boolean({
    title: 'Count what is no answer',
    description: 'Whether timeouts, lost connections and 3xx count as failures, besides 4xx and 5xx.',
    default: true,
    assumed: true,
    ...wire,
  }),
  loopLimit: Type.Integer({
    title: 'Loop limit',
    description:
      'Bot messages in a row after which Hookbench sends no more events of them. Channel Talk has no such limit.',
    minimum: 1,
    maximum: 100,
    default: 10,
    ...wire,
  }),
};
