import { X } from 'lucide-react';
import { classes } from '#renderer/kit/classes.ts';
import { ProgressBar } from '#renderer/kit/progress-bar.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useCommand } from '#renderer/store/commands/use-commands.ts';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { activeEnvironment, currentChannel } from '#renderer/store/selectors.ts';
import type { Told } from '#renderer/store/told.ts';
import type { Work } from '#renderer/store/under-way.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './status-bar.module.css';

/** What was done or refused, what is under way, and quiet facts. It is always there, so that nothing has to float over anything. */
export const StatusBar = () => {
  const words = useWords();
  const told = useBench(({ view }) => view.told);
  const work = useBench(({ view }) => view.work);
  return (
    <footer className={styles.bar} id="status-bar" aria-label={words.status.bar}>
      {told ? <ToldLine key={told.key} told={told} /> : <span className={styles.told} />}
      {work.map((each) => (
        <WorkLine key={each.key} work={each} />
      ))}
      <Facts />
      {/* Always there, and behind a dialog too, so that what comes into it is heard. What went wrong is an alert already. */}
      <div className="only-heard" role="status" aria-live="polite">
        {told && told.tone !== 'bad' && <span key={told.key}>{told.says(words)}</span>}
      </div>
    </footer>
  );
};

const ToldLine = ({ told }: { readonly told: Told }) => {
  const words = useWords();
  const actions = useActions();
  const { offer, tone } = told;
  return (
    <div className={classes(styles.told, styles[tone])} role={tone === 'bad' ? 'alert' : undefined}>
      <ToneIcon tone={tone} size={14} />
      <p className={styles.words}>{told.says(words)}</p>
      {offer && (
        <button type="button" className={styles.offer} onClick={() => void offer.act()}>
          {offer.title(words)}
        </button>
      )}
      {tone === 'bad' && (
        <button type="button" className={styles.small} aria-label={words.status.dismiss} onClick={actions.dismissTold}>
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
};

const WorkLine = ({ work: { label, progress, cancel } }: { readonly work: Work }) => {
  const words = useWords();
  const said = label(words);
  const count = progress?.isBytes ? words.format.bytes : words.format.count;
  return (
    <div className={styles.work}>
      <span className={styles.words}>{said}</span>
      <ProgressBar label={said} progress={progress} className={styles.progress} />
      {progress && (
        <span className={styles.number}>
          {progress.total === null
            ? count(progress.done)
            : words.status.progress(count(progress.done), count(progress.total))}
        </span>
      )}
      {cancel && (
        <button type="button" className={styles.offer} aria-label={words.status.cancelOf(said)} onClick={cancel}>
          {words.status.cancel}
        </button>
      )}
    </div>
  );
};

const Facts = () => {
  const words = useWords();
  const count = useSession((session) => session.exchangeCount);
  const bundle = useSession((session) => session.openedBundle);
  const chosen = useBench(({ view }) => view.remembered.channelId);
  const environment = useSession(({ channels }) => activeEnvironment(currentChannel(channels, chosen)));
  const zoom = useBench(({ view }) => view.remembered.zoom);
  const reset = useCommand('zoom-reset');
  return (
    <div className={styles.facts}>
      {zoom !== 1 && (
        <button type="button" className={styles.small} title={reset.title} onClick={reset.run}>
          {words.status.zoom(words.format.percent(zoom))}
        </button>
      )}
      {environment && <span>{words.status.environment(environment.name)}</span>}
      <span>{bundle ? words.status.bundle(bundle.name) : words.status.kept(count)}</span>
    </div>
  );
};
