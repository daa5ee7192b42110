import { Stethoscope } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import tabs from '#renderer/kit/tabs.module.css';
import { ToneIcon, ToneWord } from '#renderer/kit/tone.tsx';
import { checkGroups, countOf, lastFound, lookedAt, type Findings } from '#renderer/store/checkups/checkup.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Channel } from '#shared/channel/channel.ts';
import { CheckRow } from './check-row.tsx';
import styles from './check-part.module.css';

type CheckPartProps = {
  readonly channel: Channel;
  /** Settings are written that are not saved. */
  readonly isUnsaved: boolean;
};

/** Everything that a channel needs, looked at, with what to do about what is wrong. */
export const CheckPart = ({ channel, isUnsaved }: CheckPartProps) => {
  const actions = useActions();
  const words = useWords();
  const { checkup: said } = words;
  const checkup = useBench(({ view }) => view.checkups[channel.id]);
  const found = lastFound(checkup);
  const running = checkup?.state === 'running' ? checkup : null;
  return (
    <div className={tabs.scroller}>
      <p className={tabs.lead}>{said.lead}</p>
      <div className={styles.run}>
        {running ? (
          <>
            <progress className={styles.progress} aria-label={said.running(channel.name)} />
            <Button onClick={running.cancel}>{said.cancel}</Button>
          </>
        ) : (
          <Button
            look={found ? 'plain' : 'primary'}
            icon={<Stethoscope size={14} aria-hidden />}
            onClick={() => void actions.checkChannel(channel.id)}
          >
            {found ? said.again : said.run}
          </Button>
        )}
        {found && <Tally found={found} />}
        <span className={styles.when}>{found ? said.at(words.format.clock(found.at)) : said.never}</span>
        {found && found.of !== lookedAt(channel) && <ToneWord tone="attention" word={said.isOld} />}
      </div>
      {isUnsaved && (
        <p className={styles.unsaved} role="note">
          <ToneIcon tone="attention" size={14} /> {said.asSaved}
        </p>
      )}
      {checkup?.state === 'failed' && (
        <p className={styles.failed} role="alert">
          <ToneIcon tone="bad" size={14} /> {faultText(checkup.fault, words)}
        </p>
      )}
      {running && !found && <Skeleton lines={6} label={said.runningShort} />}
      {found && (
        <div className={classes(styles.groups, tabs.broad)}>
          {checkGroups(found.checks).map(({ key, kind, name, checks }) => (
            <section key={key} className={styles.group} aria-label={kind === 'address' ? name : said.groups[kind]}>
              <h4 lang={kind === 'address' ? 'en' : undefined}>{kind === 'address' ? name : said.groups[kind]}</h4>
              <ul>
                {checks.map((check) => (
                  <CheckRow key={check.id} check={check} channelId={channel.id} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  );
};

/** How many of each kind, the worst first. */
const Tally = ({ found }: { readonly found: Findings }) => {
  const { checkup: said } = useWords();
  const [failed, doubtful] = [countOf(found, 'fail'), countOf(found, 'warn')];
  return (
    <span className={styles.tally} role="status">
      {failed > 0 && <ToneWord tone="bad" word={said.problems(failed)} />}
      {doubtful > 0 && <ToneWord tone="attention" word={said.doubts(doubtful)} />}
      <ToneWord tone="good" word={said.fine(countOf(found, 'pass'))} />
    </span>
  );
};
