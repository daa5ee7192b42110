import { ItemList } from '#renderer/kit/item-list.tsx';
import { blankCard } from '#renderer/store/rules/blank-content.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Card } from '#shared/exchange/message.ts';
import { ButtonList } from './button-list.tsx';
import { SmallField } from './small-field.tsx';
import { withOptional } from './with-optional.ts';
import styles from './rule-fields.module.css';

type CardListProps = { readonly cards: readonly Card[]; readonly onChange: (cards: readonly Card[]) => void };

/** The cards of a carousel or a list, each with its buttons. */
export const CardList = ({ cards, onChange }: CardListProps) => {
  const { contents: words } = useWords();
  return (
    <ItemList
      label={words.cards}
      items={cards}
      nameOf={(place) => words.card(place + 1)}
      addWords={words.addCard}
      blank={() => blankCard}
      onChange={onChange}
    >
      {(card, change) => (
        <>
          <div className={styles.line}>
            <SmallField label={words.title} value={card.title} onChange={(title) => change({ ...card, title })} />
            <SmallField
              label={words.subtitle}
              value={card.subtitle ?? ''}
              onChange={(subtitle) => change(withOptional(card, 'subtitle', subtitle))}
            />
          </div>
          <div className={styles.line}>
            <SmallField
              label={words.picture}
              isWire
              value={card.imageUrl ?? ''}
              onChange={(url) => change(withOptional(card, 'imageUrl', url))}
            />
            <SmallField
              label={words.link}
              isWire
              value={card.url ?? ''}
              onChange={(url) => change(withOptional(card, 'url', url))}
            />
          </div>
          <ButtonList buttons={card.buttons} onChange={(buttons) => change({ ...card, buttons })} />
        </>
      )}
    </ItemList>
  );
};
