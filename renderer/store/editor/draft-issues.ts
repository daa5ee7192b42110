import type { Words } from '#renderer/words/words.ts';
import type { InputIssue } from '#shared/contract/fault.ts';
import { filledRequest, variableIssues } from '#shared/sending/fill-request.ts';
import { requestIssues } from '#shared/sending/request-issues.ts';
import { mentionsIn, type Variable } from '#shared/sending/variables.ts';
import { bytesOfDraft } from './body-text.ts';
import { requestOf, type RequestDraft } from './request-draft.ts';

/**
 * What would be refused of a request as it is written now, beside its fields: where the harness would tell it too, in the same words. Only
 * there the variables are filled in, so an address that begins with one is looked at when it is sent.
 */
export const draftIssues = (
  draft: RequestDraft,
  variables: readonly Variable[],
  words: Words['editor'],
): readonly InputIssue[] => {
  const request = requestOf(draft);
  const settings = Object.fromEntries(variables.map(({ name }) => [name.replace(/^setting:/, ''), 'x']));
  const filled = filledRequest(request, { now: 0, uuid: () => 'x', n: 1, settings });
  const beginsOpen = draft.withVariables && mentionsIn(draft.url)[0]?.from === 0;
  return [
    ...variableIssues(request, variables).map(withoutList),
    ...requestIssues(filled).filter(({ path }) => !(beginsOpen && path === '/url')),
    ...(bytesOfDraft(draft.body) ? [] : [{ path: '/body', message: words.body.unreadable[draft.body.form] }]),
    ...limitIssues(draft.timeLimit, words),
  ];
};

/** Which variables there are, the menu beside the fields tells. */
const withoutList = ({ path, message }: InputIssue): InputIssue => ({
  path,
  message: message.replace(/\. Known are: .*$/s, ''),
});

const limitIssues = (timeLimit: string, words: Words['editor']): readonly InputIssue[] => {
  const isRight = /^\d{1,3}$/.test(timeLimit) && Number(timeLimit) >= 1 && Number(timeLimit) <= 600;
  return isRight ? [] : [{ path: '/timeLimit', message: words.timeLimit.wrong }];
};

/** Without what is only not written yet: that is told when somebody wants to send it. */
export const withoutEmpty = (issues: readonly InputIssue[]): readonly InputIssue[] =>
  issues.filter(({ message }) => !/^must not be empty$/.test(message));
