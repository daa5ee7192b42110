import { useMemo } from 'react';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { ShownBody } from '#renderer/store/inspect/shown-body.ts';
import { pictureOf } from '#renderer/store/inspect/picture.ts';
import { veiledText } from '#renderer/store/inspect/veil.ts';
import { prettyJson } from '#renderer/store/pretty-json.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { mask } from '#shared/channel/redact.ts';
import { privateKindOf } from '#shared/export/personal-field.ts';
import { hasControls, textOf } from '#shared/exchange/body.ts';
import { formPairs } from '#shared/exchange/form-pairs.ts';
import { readParts, type FormPart } from '#shared/exchange/multipart.ts';
import { quotedJson } from '#shared/text/nested-json.ts';
import { PictureFrame } from './picture-view.tsx';
import styles from './form-table.module.css';

/** Longer values are cut: a table should not bury what stands below. */
const mostShown = 5000;

type FormTableProps = {
  readonly shown: ShownBody;
  /** What is hidden of it; null: nothing. */
  readonly veil: readonly string[] | null;
};

/** A form by its fields. */
export const FormTable = ({ shown, veil }: FormTableProps) =>
  /^\s*multipart\//i.test(shown.contentType) ? (
    <PartTable shown={shown} veil={veil} />
  ) : (
    <PairTable text={shown.text} />
  );

const PairTable = ({ text }: { readonly text: string }) => {
  const { forms: words } = useWords();
  const { pairs, isCut } = useMemo(() => formPairs(text), [text]);
  return (
    <>
      <table className={styles.table} aria-label={words.fields}>
        <Heads names={[words.name, words.value]} />
        <tbody>
          {pairs.map(({ name, value, from, to }, index) => {
            const source = text.slice(from, to);
            return (
              <tr key={index}>
                <th scope="row" translate="no">
                  {name}
                </th>
                <td translate="no">
                  <Value text={value} />
                  {isEscaped(source, name, value) && (
                    <p className={styles.source}>
                      <span>{words.asItCame}</span> <code>{source.slice(0, mostShown)}</code>
                    </p>
                  )}
                </td>
                <td className={styles.copy}>
                  <CopyButton text={value} label={words.copy(name)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {isCut && <p className={styles.note}>{words.more}</p>}
    </>
  );
};

/** Whether the text reads otherwise than what it means. */
const isEscaped = (source: string, name: string, value: string): boolean =>
  source !== `${name}=${value}` && !(source === name && value === '');

const Heads = ({ names }: { readonly names: readonly string[] }) => {
  const { inspector: words } = useWords();
  return (
    <thead>
      <tr>
        {names.map((each) => (
          <th key={each} scope="col">
            {each}
          </th>
        ))}
        <th scope="col" className={styles.copy}>
          <span className="only-heard">{words.copy}</span>
        </th>
      </tr>
    </thead>
  );
};

/** A value of a form: JSON in it is laid out. */
const Value = ({ text }: { readonly text: string }) => {
  const { body, forms: words, format } = useWords();
  const json = quotedJson(text);
  return (
    <>
      {json ? (
        <>
          <span className={styles.nested}>{body.tree.nested(json.times)}</span>
          <pre className={styles.json}>{prettyJson(json.source).slice(0, mostShown)}</pre>
        </>
      ) : (
        <span className={styles.value}>{text.slice(0, mostShown)}</span>
      )}
      {text.length > mostShown && <p className={styles.note}>{words.cut(format.count(mostShown))}</p>}
    </>
  );
};

const PartTable = ({ shown: { bytes, contentType }, veil }: FormTableProps) => {
  const { forms: words, format } = useWords();
  const { parts, problems } = useMemo(() => readParts(bytes, contentType), [bytes, contentType]);
  return (
    <>
      {problems.map((each) => (
        <p key={each} lang="en" className={styles.note}>
          <ToneIcon tone="attention" size={14} /> {each}
        </p>
      ))}
      <table className={styles.table} aria-label={words.parts}>
        <Heads names={[words.name, words.value]} />
        <tbody>
          {parts.map((part, index) => (
            <tr key={index}>
              <th scope="row" translate="no">
                {part.name ?? words.nameless}
              </th>
              <td translate="no">
                <p className={styles.about}>
                  {[part.fileName, part.type, format.bytes(part.to - part.from)].filter(Boolean).join(' · ')}
                </p>
                {veil && privateKindOf(part.name ?? '') === 'secret' ? (
                  mask
                ) : (
                  <Content part={part} bytes={bytes.subarray(part.from, part.to)} veil={veil} />
                )}
              </td>
              <td className={styles.copy}>
                <CopyButton
                  text={() => textOf(bytes.subarray(part.from, part.to), part.type).text}
                  label={words.copy(part.name ?? words.nameless)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

type ContentProps = Pick<FormTableProps, 'veil'> & { readonly part: FormPart; readonly bytes: Uint8Array };

const Content = ({ part, bytes, veil }: ContentProps) => {
  const { forms: words } = useWords();
  const picture = pictureOf(bytes);
  if (picture) return <PictureFrame picture={picture} bytes={bytes} size={bytes.length} />;
  const { text, isExact } = textOf(bytes, part.type);
  if (isExact && !hasControls(text)) return <Value text={veil ? veiledText(text, veil) : text} />;
  return <p className={styles.note}>{words.binary(part.from, part.to)}</p>;
};
