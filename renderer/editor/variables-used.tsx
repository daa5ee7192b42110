import { Braces } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { classes } from '#renderer/kit/classes.ts';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import type { RequestDraft } from '#renderer/store/editor/request-draft.ts';
import { variablesIn, variableTitle } from '#renderer/store/editor/variables-in.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Variable } from '#shared/sending/variables.ts';
import styles from './request-part.module.css';

type VariablesUsedProps = { readonly draft: RequestDraft; readonly variables: readonly Variable[] };

/** The variables that the request mentions, and a menu of those that there are. */
export const VariablesUsed = ({ draft, variables }: VariablesUsedProps) => {
  const { variables: words } = useWords().editor;
  const used = variablesIn(draft);
  return (
    <>
      <InsertMenu variables={variables} />
      <span className={styles.soft}>{used.length === 0 ? words.none : words.used}</span>
      <ul className={styles.used}>
        {used.map((name) => {
          const variable = variables.find((each) => each.name === name);
          return (
            <li
              key={name}
              className={classes(!variable && styles.unknown)}
              title={variable && variableTitle(variable, words)}
            >
              {variable ? `{{${name}}}` : words.unknown(name)}
            </li>
          );
        })}
      </ul>
    </>
  );
};

/** Where something was written last: what is inserted goes there. */
const useLastField = () => {
  const field = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && target.closest('[data-takes-variables]')) field.current = target;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  return field;
};

const InsertMenu = ({ variables }: { readonly variables: readonly Variable[] }) => {
  const { variables: words } = useWords().editor;
  const field = useLastField();
  const insert = (name: string): void => {
    const target = field.current?.isConnected ? field.current : document.querySelector<HTMLElement>('#request-url');
    target?.focus();
    // As if it were typed: the field undoes it as it undoes typing.
    document.execCommand('insertText', false, `{{${name}}}`);
  };
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={classes(menu.trigger, styles.insert)}>
        <Braces size={14} aria-hidden /> {words.insert}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="start">
          {variables.map((variable) => (
            <DropdownMenu.Item key={variable.name} className={menu.told} onSelect={() => insert(variable.name)}>
              <code translate="no" className={styles.variable}>{`{{${variable.name}}}`}</code>
              <span className={menu.telling}>{variableTitle(variable, words)}</span>
            </DropdownMenu.Item>
          ))}
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
