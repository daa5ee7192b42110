import { useEffect, useMemo, useState } from 'react';
import { ChoiceBar } from '#renderer/kit/choice-bar.tsx';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { wireSource } from '#renderer/store/inspect/byte-source.ts';
import { firstBytes } from '#renderer/store/inspect/inspect-actions.ts';
import { useVeil } from '#renderer/store/inspect/use-veil.ts';
import { veiledSource, veiledText } from '#renderer/store/inspect/veil.ts';
import { outcomeSentence } from '#renderer/store/traffic-rows.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BodyPart, Exchange } from '#shared/exchange/exchange.ts';
import { textOf } from '#shared/exchange/body.ts';
import { CodeLater } from './code-later.tsx';
import { HexView } from './hex-view.tsx';
import styles from './raw-view.module.css';

const parts = ['request', 'response'] as const;
const looks = ['hex', 'text'] as const;

/** Head and body as they were on the wire, as far as they were kept, with their offsets. */
export const RawView = ({ exchange }: { readonly exchange: Exchange }) => {
  const actions = useActions();
  const words = useWords();
  const { raw: said, format, inspector } = words;
  const { part, look } = useBench(({ view }) => view.rawLook);
  const head = exchange[part];
  const source = useMemo(() => wireSource(actions, exchange, part), [actions, exchange, part]);
  const veil = useVeil(exchange);
  const veiled = useMemo(() => (veil ? veiledSource(source, veil) : source), [source, veil]);
  return (
    <div className={styles.raw}>
      <div className={styles.bar}>
        <ChoiceBar
          label={said.parts}
          choices={parts.map((each) => ({ value: each, title: inspector.tabs[each] }))}
          chosen={part}
          choose={(chosen) => actions.lookAtRaw({ part: chosen, look })}
        />
        <ChoiceBar
          label={said.showAs}
          choices={looks.map((each) => ({ value: each, title: said.looks[each] }))}
          chosen={look}
          choose={(chosen) => actions.lookAtRaw({ part, look: chosen })}
        />
        {head && <span className={styles.size}>{format.bytes(source.total)}</span>}
      </div>
      {!head ? (
        <p className={styles.absent}>{outcomeSentence(exchange.summary, words) || inspector.noResponse}</p>
      ) : (
        <>
          <p className={styles.hint}>{said.headHint}</p>
          {look === 'hex' ? (
            <HexView key={`${part} ${String(veil !== null)}`} source={veiled} label={said.of[part]} />
          ) : (
            <WireText source={source} part={part} veil={veil} />
          )}
        </>
      )}
    </div>
  );
};

const nothing = [] as const;

type WireTextProps = {
  readonly source: ReturnType<typeof wireSource>;
  readonly part: BodyPart;
  readonly veil: readonly string[] | null;
};

const WireText = ({ source, part, veil }: WireTextProps) => {
  const { raw: words, format } = useWords();
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const bytes = await source.read(0, Math.min(source.total, firstBytes)).catch(() => null);
      if (isWanted && bytes) setText(textOf(bytes).text);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [source]);
  const shown = useMemo(() => (text !== null && veil ? veiledText(text, veil) : text), [text, veil]);
  if (text === null || shown === null) return null;
  return (
    <>
      {source.total > firstBytes && <p className={styles.hint}>{words.cut(format.bytes(firstBytes))}</p>}
      <div className={styles.copy}>
        <CopyButton text={text} label={words.copy[part]} />
      </div>
      <CodeLater
        text={shown}
        label={words.of[part]}
        isJson={false}
        hits={nothing}
        hit={-1}
        lights={nothing}
        notes={nothing}
        noteAt={null}
      />
    </>
  );
};
