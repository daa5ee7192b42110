import { Switch } from 'radix-ui';
import { useId, useState } from 'react';
import { Certainty } from '#renderer/form/certainty.tsx';
import { FilterField } from '#renderer/form/filter-field.tsx';
import { Button } from '#renderer/kit/button.tsx';
import fields from '#renderer/kit/fields.module.css';
import tabs from '#renderer/kit/tabs.module.css';
import { useActions } from '#renderer/store/context.tsx';
import { defectCount, defectsByEnd, withDefect } from '#renderer/store/defects.ts';
import { endName } from '#renderer/store/voices.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { Defect } from '#shared/platforms/defect.ts';
import type { Platform } from '#shared/platforms/platform.ts';
import styles from './channels.module.css';

type DefectListProps = { readonly channel: Channel; readonly platform: Platform };

/** What can go wrong on this channel, by the end that misbehaves; each is switched on or off at once. */
export const DefectList = ({ channel, platform }: DefectListProps) => {
  const actions = useActions();
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
      <p className={tabs.lead}>
        Let an end misbehave on purpose, and see what the other one makes of it. A switch acts from the next request on;
        the traffic marks every exchange that it touched.
      </p>
      {platform.defects.length > 8 && <FilterField label="Filter defects" value={filter} onChange={setFilter} />}
      {groups.map(({ end, isPlayed, defects }) => (
        <section key={end} className={styles.defects} aria-label={`Defects of the ${endName(end, platform)}`}>
          <h3>
            The {endName(end, platform)} misbehaves
            {!isPlayed && <span className={styles.soft}> · not played here, so these do nothing now</span>}
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
        <p className={styles.soft}>
          {platform.defects.length === 0 ? 'There is no defect for this platform.' : 'No defect has these words.'}
        </p>
      )}
      {on.length > 0 && (
        <div className={styles.foot}>
          <span className={styles.soft}>{defectCount(on.length)}</span>
          <Button onClick={() => void choose([])}>Turn all off</Button>
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
      <div className={styles.defectWords}>
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
  const [isForgotten, setForgotten] = useState(false);
  return (
    <section className={styles.defects} aria-label="Memory">
      <h3>Memory</h3>
      <div className={styles.memory}>
        <p className={styles.soft}>
          Sessions, ids to poll with, counters and uploads that our ends remember of this channel.
        </p>
        <Button onClick={() => void actions.forgetMemory(channelId).then(setForgotten)}>Forget them</Button>
        <span role="status" className={styles.soft}>
          {isForgotten ? 'Forgotten.' : ''}
        </span>
      </div>
    </section>
  );
};
