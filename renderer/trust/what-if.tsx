import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import { useCatalogue, useSession } from '#renderer/store/context.tsx';
import {
  algorithmsOf,
  fieldOfMoment,
  isReal,
  momentOfField,
  siblingsOf,
  supposing,
  type Supposed,
} from '#renderer/store/what-if.ts';
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import { Causes } from './causes.tsx';
import { supposedWords } from './supposed-words.ts';
import { useSupposedVerdict, type Examinable } from './use-examination.ts';
import { VerdictBlock } from './verdict-block.tsx';
import styles from './what-if.module.css';

type WhatIfProps = {
  readonly channelId: string;
  readonly source: Examinable;
  /** When it came, in milliseconds since 1970: the clock begins there. */
  readonly asOf: number;
};

/** The same request under other circumstances. It is looked at only: nothing is sent, and nothing signed. */
export const WhatIf = ({ channelId, source, asOf }: WhatIfProps) => {
  const { whatIf: words } = useWords();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const channel = useSession(({ channels }) => channels.find((each) => each.id === channelId));
  if (!channel) return null;
  return (
    <section className={styles.whatIf} aria-labelledby={id}>
      <h3>
        <button id={id} type="button" className={styles.opener} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <ChevronRight size={14} aria-hidden className={styles.turning} />
          {words.title}
        </button>
      </h3>
      {isOpen && <Suppositions channel={channel} source={source} asOf={asOf} />}
    </section>
  );
};

type SuppositionsProps = Omit<WhatIfProps, 'channelId'> & { readonly channel: Channel };

const Suppositions = ({ channel, source, asOf }: SuppositionsProps) => {
  const words = useWords();
  const { whatIf: said } = words;
  const [supposed, suppose] = useState<Supposed>({});
  const { platforms } = useCatalogue();
  const channels = useSession((session) => session.channels);
  const algorithms = algorithmsOf(platforms.find((each) => each.id === channel.platformId));
  const siblings = siblingsOf(channel, channels);
  const result = useSupposedVerdict(channel.id, source, supposed, asOf);
  const { algorithm } = channel.settings;
  const own = typeof algorithm === 'string' ? algorithm : '';
  return (
    <>
      <div className={styles.bar}>
        <Clock at={supposed.at ?? asOf} choose={(at) => suppose((before) => supposing(before, 'at', at))} />
        {algorithms.length > 0 && (
          <Choice
            label={said.algorithm}
            value={supposed.algorithm ?? ''}
            asItIs={said.asItIs(own)}
            options={algorithms.filter(({ value }) => value !== own)}
            choose={(algorithm) => suppose((before) => supposing(before, 'algorithm', algorithm))}
          />
        )}
        <Choice
          label={said.keysOf}
          value={supposed.keysOf ?? ''}
          asItIs={siblings.length === 0 ? said.noSibling : said.thisChannel}
          options={siblings.map(({ id, name }) => ({ value: id, title: name }))}
          choose={(keysOf) => suppose((before) => supposing(before, 'keysOf', keysOf))}
        />
        {!isReal(supposed) && (
          <Button look="quiet" onClick={() => suppose({})}>
            {said.asItWas}
          </Button>
        )}
      </div>
      {result?.ok === false && <p role="alert">{faultText(result.fault, words)}</p>}
      {result?.ok && (
        <div className={styles.outcome}>
          <VerdictBlock
            verdict={result.answer.verdict}
            label={said.outcome}
            supposing={supposedWords(supposed, channels, words)}
          />
          {result.answer.verdict.examination && <Causes examination={result.answer.verdict.examination} />}
        </div>
      )}
      {result === null && <p className={styles.hint}>{said.hint}</p>}
    </>
  );
};

const minute = 60_000;
const steps = [
  { name: 'hourBack', by: -60 * minute },
  { name: 'minutesBack', by: -5 * minute },
  { name: 'minutesOn', by: 5 * minute },
  { name: 'hourOn', by: 60 * minute },
] as const;

const Clock = ({ at, choose }: { readonly at: number; readonly choose: (at: number) => void }) => {
  const { whatIf: words } = useWords();
  const id = useId();
  const step = ({ name, by }: (typeof steps)[number]) => (
    <Button key={name} className={styles.step} onClick={() => choose(at + by)}>
      {words.steps[name]}
    </Button>
  );
  return (
    <div className={styles.part} role="group" aria-label={words.clock}>
      <label htmlFor={id}>{words.clock}</label>
      <div className={styles.clock}>
        {steps.slice(0, 2).map(step)}
        <input
          id={id}
          type="datetime-local"
          step={1}
          className={classes(fields.input, styles.moment)}
          value={fieldOfMoment(at)}
          onChange={(event) => {
            const moment = momentOfField(event.target.value);
            if (moment !== null) choose(moment);
          }}
        />
        {steps.slice(2).map(step)}
        <Button className={styles.step} onClick={() => choose(Date.now())}>
          {words.now}
        </Button>
      </div>
    </div>
  );
};

type ChoiceProps = {
  readonly label: string;
  /** Empty: as it is. */
  readonly value: string;
  readonly asItIs: string;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly choose: (value: string | undefined) => void;
};

const Choice = ({ label, value, asItIs, options, choose }: ChoiceProps) => {
  const id = useId();
  return (
    <div className={styles.part}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={fields.input}
        disabled={options.length === 0}
        value={value}
        onChange={(event) => choose(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{asItIs}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </div>
  );
};
