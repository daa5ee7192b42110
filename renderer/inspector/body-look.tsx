import { useMemo } from 'react';
import { useLights } from '#renderer/store/search/lights.ts';
import { bodySource } from '#renderer/store/inspect/byte-source.ts';
import { useActions } from '#renderer/store/context.tsx';
import { prettyJson } from '#renderer/store/pretty-json.ts';
import { noNotes, rowNotes } from '#renderer/store/inspect/row-notes.ts';
import { useVeil } from '#renderer/store/inspect/use-veil.ts';
import { veiledSource } from '#renderer/store/inspect/veil.ts';
import type { ShownBody } from '#renderer/store/inspect/shown-body.ts';
import type { Look } from '#renderer/store/body-shape.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import { BodyBar } from './body-bar.tsx';
import { FormTable } from './form-table.tsx';
import { HexView } from './hex-view.tsx';
import { PictureView } from './picture-view.tsx';
import { TextLook } from './text-look.tsx';
import { TreeLook } from './tree-look.tsx';
import { useBodySchema } from './use-body-schema.ts';
import styles from './body-view.module.css';

export type BodyLookProps = {
  readonly exchange: Exchange;
  readonly part: BodyPart;
  readonly shown: ShownBody;
  readonly total: number;
  readonly look: Look;
};

/** A body in the way in which a person wants to look at it. */
export const BodyLook = ({ exchange, part, shown, total, look }: BodyLookProps) => {
  const { body: words } = useWords();
  const { json, text } = shown;
  const schema = useBodySchema(exchange, part);
  const lit = useLights();
  const lights = part === 'request' ? lit.requestBody : lit.responseBody;
  const notes = useMemo(
    () => (json ? rowNotes({ scanned: json, findings: exchange.findings, schema, part }, words) : noNotes),
    [json, exchange.findings, schema, part, words],
  );
  const pretty = useMemo(() => (look === 'json' ? prettyJson(text) : ''), [look, text]);
  const { id } = exchange.summary;
  const actions = useActions();
  const veil = useVeil(exchange);
  const source = useMemo(() => {
    const plain = bodySource(actions, id, part, total);
    return veil ? veiledSource(plain, veil) : plain;
  }, [actions, id, part, total, veil]);
  const told = shown.notes.map((each) => (
    <p key={each} className={styles.note}>
      <ToneIcon tone="attention" size={14} /> <span>{each}</span>
    </p>
  ));
  const shared = { exchange, part, shown, total, look, notes, lights };
  switch (look) {
    case 'tree':
      return json && <TreeLook key={id} {...shared} json={json} schema={schema} told={told} />;
    case 'json':
      return <TextLook key={look} {...shared} text={pretty} label={words.asJson} told={told} />;
    case 'source':
      return <TextLook key={look} {...shared} text={text} label={words.asText} told={told} />;
    case 'table':
    case 'picture':
    case 'hex':
      return (
        <>
          <BodyBar {...shared} finder={null} />
          {told}
          {look === 'table' && <FormTable shown={shown} veil={veil} />}
          {look === 'picture' && <PictureView exchange={exchange} part={part} shown={shown} total={total} />}
          {look === 'hex' && (
            <HexView key={`${String(id)} ${String(veil !== null)}`} source={source} label={words.asHex} />
          )}
        </>
      );
    default:
      return assertNever(look);
  }
};
