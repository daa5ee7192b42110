import { EditorView } from '@codemirror/view';

/**
 * What is typed over a selection is put there by the editor. The browser would copy the looks of what was selected into a style
 * attribute, which the content security policy refuses, and the console would tell of an attack.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { main } = view.state.selection;
    if (event.inputType !== 'insertText' || event.data === null || main.empty || view.state.readOnly) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});
