import { EditorView } from '@codemirror/view';

/**
 * What is typed over a selection is put there by the editor. The browser would copy the looks of what was selected into a style
 * attribute, which the content security policy refuses, and the console would tell of an attack.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { main } = view.state.selection;
    if (event.inputType !== 'insertText' || event.data === null || main.empty || view.state.readOnly) return false;
    const { data: text } = event;
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    // Brackets and quotation marks are put around it, for one.
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, main.from, main.to, text, insert))) view.dispatch(insert());
    return true;
  },
});
