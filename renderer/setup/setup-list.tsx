import { Certainty } from '#renderer/form/certainty.tsx';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useSession } from '#renderer/store/context.tsx';
import { faultText } from '#renderer/store/say-fault.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Words } from '#renderer/words/words.ts';
import type { Channel } from '#shared/channel/channel.ts';
import type { SetupStep } from '#shared/platforms/setup.ts';
import { useSetup } from './use-setup.ts';
import styles from './setup.module.css';

/** What to paste where, so that a real system and an end of ours find each other: each value ready to be copied. */
export const SetupList = ({ channel }: { readonly channel: Channel }) => {
  const url = useSession(({ listening }) => (listening.state === 'listening' ? listening.url : ''));
  const { settings, plays, secretsSet } = channel;
  // Read anew whenever what it is made of changes.
  return <Checklist key={JSON.stringify([settings, plays, secretsSet, url])} channel={channel} />;
};

const Checklist = ({ channel }: { readonly channel: Channel }) => {
  const words = useWords();
  const read = useSetup(channel.id);
  if (read.state === 'reading') return <Skeleton lines={4} label={words.setup.reading} />;
  if (read.state === 'failed')
    return (
      <p className={styles.note} role="alert">
        <ToneIcon tone="bad" size={14} /> {faultText(read.fault, words)}
      </p>
    );
  const groups = (['platform', 'app'] as const)
    .map((end) => ({ end, steps: read.steps.filter((step) => step.end === end && channel.plays[end]) }))
    .filter(({ steps }) => steps.length > 0);
  if (groups.length === 0) return <p className={styles.note}>{nothingToPaste(channel, words.setup)}</p>;
  return groups.map(({ end, steps }) => (
    <section key={end} className={styles.group} aria-label={words.setup.headings[end]}>
      <h3>{words.setup.headings[end]}</h3>
      <ol className={styles.steps} aria-label={words.setup.steps}>
        {steps.map((step) => (
          <Step key={step.id} step={step} channelId={channel.id} />
        ))}
      </ol>
    </section>
  ));
};

const nothingToPaste = ({ plays }: Channel, words: Words['setup']): string =>
  plays.platform || plays.app ? words.nothingToPaste : words.playsNeither;

const Step = ({ step, channelId }: { readonly step: SetupStep; readonly channelId: string }) => {
  const actions = useActions();
  const { setup: words } = useWords();
  return (
    <li className={styles.step}>
      <div className={styles.words}>
        <p>
          <span lang="en">{step.title}</span> {step.status === 'assumed' && <Certainty status="assumed" />}
        </p>
        {step.value !== '' && (
          <div className={styles.value}>
            <code>{step.value}</code>
            <CopyButton
              text={() => actions.revealSetup(channelId, step.id)}
              label={words.copyStep(step.title)}
              words={words.copy}
            />
          </div>
        )}
      </div>
    </li>
  );
};
