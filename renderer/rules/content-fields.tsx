import { LongField, SelectField, TextField } from '#renderer/kit/fields.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Content } from '#shared/exchange/message.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { ButtonList, ReplyList } from './button-list.tsx';
import { CardList } from './card-list.tsx';
import { FormFields } from './form-fields.tsx';
import { SmallField } from './small-field.tsx';
import { TableFields } from './table-fields.tsx';
import { withOptional } from './with-optional.ts';
import styles from './rule-fields.module.css';

type ContentFieldsProps = { readonly content: Content; readonly onChange: (content: Content) => void };

/** The small form of a message, whatever kind it is of. */
export const ContentFields = ({ content, onChange }: ContentFieldsProps) => {
  const { contents: words } = useWords();
  switch (content.kind) {
    case 'text':
      return (
        <>
          <Words text={content.text} onChange={(text) => onChange({ kind: 'text', text })} />
          {content.spans && <p className={styles.soft}>{words.hasMarkup}</p>}
        </>
      );
    case 'buttons':
      return (
        <>
          <Words text={content.text} onChange={(text) => onChange({ ...content, text })} />
          <ButtonList buttons={content.buttons} onChange={(buttons) => onChange({ ...content, buttons })} />
        </>
      );
    case 'quick-replies':
      return (
        <>
          <Words text={content.text} onChange={(text) => onChange({ ...content, text })} />
          <ReplyList replies={content.replies} onChange={(replies) => onChange({ ...content, replies })} />
        </>
      );
    case 'carousel':
      return <CardList cards={content.cards} onChange={(cards) => onChange({ ...content, cards })} />;
    case 'list':
      return (
        <>
          <CardList cards={content.cards} onChange={(cards) => onChange({ ...content, cards })} />
          <ButtonList buttons={content.buttons} onChange={(buttons) => onChange({ ...content, buttons })} />
        </>
      );
    case 'media':
      return <MediaFields content={content} onChange={onChange} />;
    case 'table':
      return <TableFields content={content} onChange={onChange} />;
    case 'form':
      return <FormFields content={content} onChange={onChange} />;
    case 'event':
      return (
        <>
          <TextField
            label={words.eventName}
            hint={words.eventNameHint}
            value={content.name}
            onChange={(name) => onChange({ ...content, name })}
          />
          <TextField
            label={words.eventDetail}
            value={content.detail}
            onChange={(detail) => onChange({ ...content, detail })}
          />
        </>
      );
    case 'unknown':
      return (
        <>
          <TextField
            label={words.unknownLabel}
            value={content.label}
            onChange={(label) => onChange({ ...content, label })}
          />
          <LongField
            label={words.unknownSource}
            isWire
            value={content.source}
            onChange={(source) => onChange({ ...content, source })}
          />
        </>
      );
    default:
      return assertNever(content);
  }
};

const Words = ({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) => {
  const { contents: words } = useWords();
  return <LongField label={words.text} hint={words.textHint} rows={1} value={text} onChange={onChange} />;
};

type MediaProps = {
  readonly content: Extract<Content, { kind: 'media' }>;
  readonly onChange: (content: Content) => void;
};

const kinds = ['image', 'video', 'audio', 'file'] as const;

const MediaFields = ({ content, onChange }: MediaProps) => {
  const { contents: words } = useWords();
  return (
    <>
      <SelectField
        label={words.media}
        value={content.media}
        options={kinds.map((value) => ({ value, title: words.mediaKinds[value] }))}
        onChange={(media) => onChange({ ...content, media: media as (typeof kinds)[number] })}
      />
      <SmallField label={words.link} isWire value={content.url} onChange={(url) => onChange({ ...content, url })} />
      <SmallField
        label={words.title}
        value={content.title ?? ''}
        onChange={(title) => onChange(withOptional(content, 'title', title))}
      />
    </>
  );
};
