import { ContentSchema } from '#shared/bot/content-schema.ts';
import { issuesOf } from '#shared/contract/input-issues.ts';
import type { Content } from '#shared/exchange/message.ts';
import { nodeAtPointer } from '#shared/text/json-outline.ts';
import { scanJson } from '#shared/text/json-scan.ts';
import { parseJson } from '#shared/text/parse-json.ts';
import { Type } from 'typebox';

/** What is wrong in a text, by its line, counted from one. */
export type LineIssue = { readonly line: number; readonly message: string };

export type MessagesReading =
  | { readonly ok: true; readonly messages: readonly Content[] }
  | { readonly ok: false; readonly issues: readonly LineIssue[] };

const Messages = Type.Array(ContentSchema);

/** The messages that a text of JSON stands for, or what keeps it from being some, line by line. */
export const readMessages = (text: string): MessagesReading => {
  const scanned = scanJson(text);
  const lineAt = (place: number): number => text.slice(0, place).split('\n').length;
  if (scanned.problems.length > 0 || scanned.isCut)
    return { ok: false, issues: scanned.problems.map(({ at, message }) => ({ line: lineAt(at), message })) };
  const parsed = parseJson(text);
  if (!parsed.ok) return { ok: false, issues: [{ line: 1, message: parsed.problem }] };
  const issues = issuesOf(Messages, parsed.value).map(({ path, message }) => {
    const found = nodeAtPointer(scanned, path);
    const name = path.split('/').at(-1) ?? '';
    return { line: lineAt(found?.node.from ?? 0), message: /^\d*$/.test(name) ? message : `${name} ${message}` };
  });
  return issues.length === 0
    ? { ok: true, messages: parsed.value as unknown as readonly Content[] }
    : { ok: false, issues };
};
