import { Switch } from 'radix-ui';
import { useId, useState } from 'react';
import { Certainty } from '#renderer/form/certainty.tsx';
import { FilterField } from '#renderer/form/filter-field.tsx';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import fields from '#renderer/kit/fields.module.css';
import tabs from '#renderer/kit/tabs.module.css';
import { useActions } from '#renderer/store/context.tsx';
import { defectsByEnd, withDefect } from '#renderer/store/defects.ts';
import { endName } from '#renderer/store/voices.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import type { Defect } from '#shared/platforms/defect.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import styles from './channels.module.css';

type DefectListProps = { readonly channel: Channel; readonly platform: Platform };

/** What can go wrong on this channel, by the end that misbehaves; each is switched on or off at once. */
export const DefectList = ({ channel, platform }: DefectListProps) => {
  const actions = useActions();
  const words = useWords();
  const { defects: said } = words;
  const [filter, setFilter] = useState('');
  const groups = defectsByEnd(channel, platform, filter);
  // Ahead of what is in force: two quick clicks must not undo each other.
  const [on, setOn] = useState(channel.defects);
  const choose = async (wanted: readonly string[]) => {
    setOn(wanted);
    if (!(await actions.chooseDefects(channel.id, wanted))) setOn(channel.defects);
  };
  return (
    <div className={tabs.scroller}>
      <p className={tabs.lead}>{said.lead}</p>
      {platform.defects.length > 8 && <FilterField label={said.filter} value={filter} onChange={setFilter} />}
      {groups.map(({ end, isPlayed, defects }) => (
        <section
          key={end}
          className={classes(styles.defects, tabs.broad)}
          aria-label={said.ofEnd(endName(end, platform, words))}
        >
          <h3>
            {said.misbehaves(endName(end, platform, words))}
            {!isPlayed && <span className={styles.soft}> · {said.notPlayed}</span>}
          </h3>
          <ul>
            {defects.map((defect) => (
              <DefectRow
                key={defect.id}
                defect={defect}
                isOn={on.includes(defect.id)}
                onSwitch={(isOn) => void choose(withDefect(on, defect.id, isOn))}
              />
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 && (
        <p className={styles.soft}>{platform.defects.length === 0 ? said.noneForPlatform : said.noneFound}</p>
      )}
      {on.length > 0 && (
        <div className={styles.foot}>
          <span className={styles.soft}>{said.on(on.length)}</span>
          <Button onClick={() => void choose([])}>{said.allOff}</Button>
        </div>
      )}
      <Memory channelId={channel.id} />
    </div>
  );
};

type DefectRowProps = {
  readonly defect: Defect;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
};

const DefectRow = ({ defect, isOn, onSwitch }: DefectRowProps) => {
  const id = useId();
  return (
    <li className={styles.defect}>
      <Switch.Root
        id={id}
        aria-describedby={`${id}-summary`}
        className={fields.switch}
        checked={isOn}
        onCheckedChange={onSwitch}
      >
        <Switch.Thumb className={fields.thumb} />
      </Switch.Root>
      <div lang="en" className={styles.defectWords}>
        <label htmlFor={id}>{defect.title}</label>
        <p id={`${id}-summary`} className={styles.soft}>
          {defect.summary}
        </p>
        <p className={styles.source}>{defect.source}</p>
      </div>
      <Certainty status={defect.status} source={defect.source} />
    </li>
  );
};

/** What both ends remember can be in the way of a new try. */
const Memory = ({ channelId }: { readonly channelId: string }) => {
  const actions = useActions();
  const { defects: words } = useWords();
  const [isForgotten, setForgotten] = useState(false);
  return (
    <section className={styles.defects} aria-label={words.memory}>
      <h3>{words.memory}</h3>
      <div className={styles.memory}>
        <p className={styles.soft}>{words.memoryHint}</p>
        <Button onClick={() => void actions.forgetMemory(channelId).then(setForgotten)}>{words.forget}</Button>
        <span role="status" className={styles.soft}>
          {isForgotten ? words.forgotten : ''}
        </span>
      </div>
    </section>
  );
};
