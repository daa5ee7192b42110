import type { Content } from '#shared/exchange/message.ts';
import type { JsonObject } from '#shared/text/json.ts';

/** How a task that ended stands in a conversation: `Task ended: Show balance (Fulfilled)`. */
export const taskEnded = 'Task ended';

type Event = Extract<Content, { readonly kind: 'event' }>;

export const isTaskEnd = (content: Content): content is Event => content.kind === 'event' && content.name === taskEnded;

/** The task-end fields of an answer. The reason is what stands in brackets at the end of the detail, else Fulfilled. */
export const taskEndFields = ({ detail }: Event, taskId: string): JsonObject => {
  const open = detail.endsWith(')') ? detail.lastIndexOf('(') : -1;
  return {
    endOfTask: true,
    endReason: open < 0 ? 'Fulfilled' : detail.slice(open + 1, -1),
    completedTaskId: taskId,
    completedTaskName: (open < 0 ? detail : detail.slice(0, open)).trim(),
  };
};

/** The task that an answer says has ended, or null. */
export const taskEndOf = (answer: JsonObject): Content | null => {
  const named = (name: string): string => (typeof answer[name] === 'string' ? answer[name] : '');
  if (answer['endOfTask'] !== true && named('completedTaskName') === '' && named('endReason') === '') return null;
  const task = named('completedTaskName') || named('completedTaskId') || 'a task without a name';
  const reason = named('endReason');
  return { kind: 'event', name: taskEnded, detail: reason === '' ? task : `${task} (${reason})` };
};
