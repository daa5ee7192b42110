import { useWords } from '#renderer/words/use-words.tsx';
import type { Button, Card, Content, QuickReply } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { FormContent } from './form-content.tsx';
import { LongText } from './long-text.tsx';
import { isInside, Media, Picture } from './media.tsx';
import { Spans } from './spans.tsx';
import { UnknownContent } from './unknown-content.tsx';
import { ActionButton } from './action-button.tsx';
import type { Say } from './say.ts';
import styles from './content.module.css';

type ContentProps<Kind extends Content['kind'] = Content['kind']> = {
  readonly content: Extract<Content, { kind: Kind }>;
  readonly say: Say;
  /** Where it stands: the id of its message. */
  readonly place: string;
};

/** What a message says, drawn in no platform's style. */
export const MessageContent = ({ content, say, place }: ContentProps) => {
  const { conversation: words } = useWords();
  switch (content.kind) {
    case 'text':
      return content.spans ? <Spans spans={content.spans} /> : <LongText text={content.text} />;
    case 'buttons':
      return (
        <>
          {content.text !== '' && <p className={styles.text}>{content.text}</p>}
          <Buttons buttons={content.buttons} say={say} />
        </>
      );
    case 'quick-replies':
      return (
        <>
          {content.text !== '' && <p className={styles.text}>{content.text}</p>}
          <QuickReplies replies={content.replies} say={say} />
        </>
      );
    case 'carousel':
      return (
        <ul className={styles.carousel} aria-label={words.carousel}>
          {content.cards.map((card, index) => (
            <CardItem key={index} card={card} say={say} />
          ))}
        </ul>
      );
    case 'list':
      return (
        <>
          <ul className={styles.list}>
            {content.cards.map((card, index) => (
              <CardItem key={index} card={card} say={say} />
            ))}
          </ul>
          <Buttons buttons={content.buttons} say={say} />
        </>
      );
    case 'media':
      return <Media content={content} />;
    case 'table':
      return <TableContent content={content} />;
    case 'form':
      return <FormContent content={content} place={place} say={say} />;
    case 'event':
      return (
        <p>
          <strong>{content.name}</strong> {content.detail}
        </p>
      );
    case 'unknown':
      return <UnknownContent content={content} />;
    default:
      return assertNever(content);
  }
};

const Buttons = ({ buttons, say }: { readonly buttons: readonly Button[]; readonly say: Say }) =>
  buttons.length === 0 ? null : (
    <div className={styles.buttons}>
      {buttons.map((button, index) => (
        <ActionButton key={index} button={button} say={say} />
      ))}
    </div>
  );

const QuickReplies = ({ replies, say }: { readonly replies: readonly QuickReply[]; readonly say: Say }) => {
  const { conversation: words } = useWords();
  return (
    <div className={styles.replies}>
      {replies.map(({ title, payload, imageUrl }, index) => (
        <button
          key={index}
          type="button"
          className={styles.reply}
          title={payload === title ? undefined : words.sends(payload)}
          disabled={!say}
          onClick={() => say?.({ kind: 'press', title, payload })}
        >
          {imageUrl !== undefined && isInside(imageUrl) && (
            <img className={styles.replyPicture} src={imageUrl} alt="" />
          )}
          {title}
        </button>
      ))}
    </div>
  );
};

const CardItem = ({ card, say }: { readonly card: Card; readonly say: Say }) => {
  const { conversation: words } = useWords();
  return (
    <li className={styles.card}>
      {card.imageUrl !== undefined && <Picture url={card.imageUrl} label={card.title} />}
      <p className={styles.cardTitle}>{card.title}</p>
      {card.subtitle !== undefined && <p className={styles.subtitle}>{card.subtitle}</p>}
      <Buttons
        say={say}
        buttons={
          card.url === undefined
            ? card.buttons
            : [{ title: words.link, action: { kind: 'url', url: card.url } }, ...card.buttons]
        }
      />
    </li>
  );
};

/** A date or an amount of up to this many characters stays on one line. */
const longestUnbroken = 12;

const TableContent = ({ content }: Pick<ContentProps<'table'>, 'content'>) => (
  <>
    {content.text !== undefined && <p className={styles.text}>{content.text}</p>}
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {content.columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {content.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place} className={cell.length <= longestUnbroken ? styles.unbroken : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
);
