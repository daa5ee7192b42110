import { ItemList } from '#renderer/kit/item-list.tsx';
import { blankButton, blankReply } from '#renderer/store/rules/blank-content.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Action, Button, QuickReply } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { SmallChoice, SmallField } from './small-field.tsx';
import { withOptional } from './with-optional.ts';
import styles from './rule-fields.module.css';

type ButtonListProps = {
  readonly buttons: readonly Button[];
  readonly onChange: (buttons: readonly Button[]) => void;
};

/** The buttons of a message or a card: what they say and what they do. */
export const ButtonList = ({ buttons, onChange }: ButtonListProps) => {
  const { contents: words } = useWords();
  return (
    <ItemList
      label={words.buttons}
      items={buttons}
      nameOf={(place) => words.button(place + 1)}
      addWords={words.addButton}
      blank={() => blankButton}
      onChange={onChange}
    >
      {(button, change) => (
        <div className={styles.line}>
          <SmallField
            label={words.title}
            value={button.title}
            onChange={(title) => change({ title, action: followed(button, title) })}
          />
          <SmallChoice
            label={words.action}
            value={button.action.kind}
            options={kinds.map((value) => ({ value, title: words.actions[value] }))}
            onChange={(kind) =>
              change({ ...button, action: actionOf(kind as Action['kind'], targetOf(button.action)) })
            }
          />
          <SmallField
            label={{ postback: words.payload, url: words.link, phone: words.number }[button.action.kind]}
            isWire
            value={targetOf(button.action)}
            onChange={(target) => change({ ...button, action: actionOf(button.action.kind, target) })}
          />
        </div>
      )}
    </ItemList>
  );
};

const kinds: readonly Action['kind'][] = ['postback', 'url', 'phone'];

const targetOf = (action: Action): string => {
  switch (action.kind) {
    case 'postback':
      return action.payload;
    case 'url':
      return action.url;
    case 'phone':
      return action.number;
    default:
      return assertNever(action);
  }
};

const actionOf = (kind: Action['kind'], target: string): Action => {
  switch (kind) {
    case 'postback':
      return { kind, payload: target };
    case 'url':
      return { kind, url: target };
    case 'phone':
      return { kind, number: target };
    default:
      return assertNever(kind);
  }
};

/** While they are the same, a payload follows its title: most bots send what is read. */
const followed = ({ title, action }: Button, written: string): Action =>
  action.kind === 'postback' && action.payload === title ? { kind: 'postback', payload: written } : action;

type ReplyListProps = {
  readonly replies: readonly QuickReply[];
  readonly onChange: (replies: readonly QuickReply[]) => void;
};

export const ReplyList = ({ replies, onChange }: ReplyListProps) => {
  const { contents: words } = useWords();
  return (
    <ItemList
      label={words.replies}
      items={replies}
      nameOf={(place) => words.reply(place + 1)}
      addWords={words.addReply}
      blank={() => blankReply}
      onChange={onChange}
    >
      {(reply, change) => (
        <div className={styles.line}>
          <SmallField
            label={words.title}
            value={reply.title}
            onChange={(title) =>
              change({ ...reply, title, payload: reply.payload === reply.title ? title : reply.payload })
            }
          />
          <SmallField
            label={words.payload}
            isWire
            value={reply.payload}
            onChange={(payload) => change({ ...reply, payload })}
          />
          <SmallField
            label={words.picture}
            isWire
            value={reply.imageUrl ?? ''}
            onChange={(url) => change(withOptional(reply, 'imageUrl', url))}
          />
        </div>
      )}
    </ItemList>
  );
};
