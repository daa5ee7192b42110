import { cleanup, render } from '@testing-library/react';
import { forEachDiagnostic } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, test } from 'vitest';
import { CodeEditor } from '#renderer/editor/code-editor.tsx';
import type { BodyProblem } from '#renderer/store/editor/body-problems.ts';

afterEach(cleanup);

/** The editor with this text in it, and all that it told that was written. */
const open = (text: string, problems: readonly BodyProblem[] = []) => {
  const told: string[] = [];
  const { container } = render(
    <CodeEditor
      text={text}
      label="Body"
      isJson={false}
      isVeiled
      problems={problems}
      offersAt={() => null}
      goTo={null}
      describedBy="how"
      leave={() => undefined}
      onChange={(written) => told.push(written)}
    />,
  );
  const shown = container.querySelector<HTMLElement>('.cm-editor');
  const view = shown && EditorView.findFromDOM(shown);
  if (!view) throw new Error('The editor is not drawn.');
  return { view, told };
};

test('a problem behind line ends of two signs is marked in its place', () => {
  const { view } = open('a\r\nb\r\nc', [{ from: 6, to: 7, severity: 'error', message: 'no' }]);
  const marked: (readonly [number, number])[] = [];
  forEachDiagnostic(view.state, (_each, from, to) => marked.push([from, to]));
  expect(marked).toEqual([[4, 5]]);
});

test('what is pasted gets the line ends of the text', () => {
  const { view, told } = open('a\r\nb');
  view.dispatch({ changes: { from: 0, insert: view.state.toText('x\ny\n') } });
  expect(told).toEqual(['x\r\ny\r\na\r\nb']);
});

test('a credential is drawn as dots, in its place and only there, and stays in the text', () => {
  const { view, told } = open('{"a": 1, "token": "s3cr3t-1", "b": "token"}');
  const drawn = () => Array.from(view.contentDOM.querySelectorAll('[class*=masked]'), (each) => each.textContent);
  expect(drawn()).toEqual(['s3cr3t-1']);
  view.dispatch({ changes: { from: 19, insert: 'x' } });
  expect(drawn()).toEqual(['xs3cr3t-1']);
  expect(told).toEqual(['{"a": 1, "token": "xs3cr3t-1", "b": "token"}']);
});

test.each(['a\r\nb\r\n', 'a\nb\n', 'a\rb', 'a\r\nb\nc\rd\u2028e', 'a\u0000b\u202ec\ufeff'])(
  'what is not touched stays as it came, line ends too: %j',
  (text) => {
    const { view, told } = open(text);
    view.dispatch({ changes: { from: 0, insert: 'x' } });
    expect(told).toEqual([`x${text}`]);
  },
);
