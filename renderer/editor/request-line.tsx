import { Check, Server } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useId } from 'react';
import { IconButton } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { originOf, targetsOf, urlAt } from '#renderer/store/editor/targets.ts';
import type { DraftView } from '#renderer/store/editor/use-draft.ts';
import type { Writing } from '#renderer/store/editor/writing.ts';
import { issuesAt } from '#renderer/store/settings-form.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { AddressField } from './address-field.tsx';
import { FieldIssues } from './field-issues.tsx';
import styles from './request-part.module.css';

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

export type PartProps = { readonly place: string; readonly writing: Writing; readonly view: DraftView };

/** The method and the address, and a way to send it elsewhere. */
export const RequestLine = ({ place, writing, view }: PartProps) => {
  const actions = useActions();
  const words = useWords();
  const { editor: said } = words;
  const id = useId();
  const { method, url } = writing.draft;
  const wrong = { method: issuesAt(view.issues, '/method', words), url: issuesAt(view.issues, '/url', words) };
  return (
    <div className={styles.requestLine}>
      <input
        type="text"
        aria-label={said.method}
        aria-invalid={wrong.method.length > 0}
        aria-describedby={`${id}-method`}
        list={`${id}-methods`}
        autoComplete="off"
        spellCheck={false}
        className={classes(fields.input, fields.wire, styles.method)}
        value={method}
        onChange={(event) => actions.writeRequest(place, { method: event.target.value })}
      />
      <datalist id={`${id}-methods`}>
        {methods.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <AddressField
        url={url}
        secrets={view.secrets}
        isWrong={wrong.url.length > 0}
        describedBy={`${id}-url`}
        onChange={(written) => actions.writeRequest(place, { url: written })}
      />
      <TargetMenu place={place} url={url} opened={writing.opened.url} />
      <div className={styles.lineIssues}>
        <FieldIssues id={`${id}-method`} issues={wrong.method} />
        <FieldIssues id={`${id}-url`} issues={wrong.url} />
      </div>
    </div>
  );
};

type TargetMenuProps = { readonly place: string; readonly url: string; readonly opened: string };

const TargetMenu = ({ place, url, opened }: TargetMenuProps) => {
  const actions = useActions();
  const { editor: said } = useWords();
  const session = useBench((state) => state.session);
  const listening = useSession((each) => each.listening);
  const targets = session && listening ? targetsOf(session, originOf(opened)) : [];
  const now = originOf(url);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={said.to} icon={<Server size={14} aria-hidden />} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="end">
          {targets.map(({ origin, isOwn }) => (
            <DropdownMenu.Item
              key={origin}
              className={menu.item}
              onSelect={() => actions.writeRequest(place, { url: urlAt(url, origin) })}
            >
              <span className={menu.mark}>{origin === now && <Check size={14} aria-hidden />}</span>
              <span translate="no" className={menu.words}>
                {origin}
              </span>
              {isOwn && <span className={menu.hint}>{said.ownBench}</span>}
            </DropdownMenu.Item>
          ))}
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};
