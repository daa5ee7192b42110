import { Certainty } from '#renderer/form/certainty.tsx';
import { CopyButton } from '#renderer/kit/copy-button.tsx';
import { Skeleton } from '#renderer/kit/skeleton.tsx';
import { ToneIcon } from '#renderer/kit/tone.tsx';
import { useActions, useSession } from '#renderer/store/context.tsx';
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
  const read = useSetup(channel.id);
  if (read.state === 'reading') return <Skeleton lines={4} label="Reading the checklist" />;
  if (read.state === 'failed')
    return (
      <p className={styles.note} role="alert">
        <ToneIcon tone="bad" size={14} /> {read.fault.message} {read.fault.next}
      </p>
    );
  const groups = (['platform', 'app'] as const)
    .map((end) => ({ end, steps: read.steps.filter((step) => step.end === end && channel.plays[end]) }))
    .filter(({ steps }) => steps.length > 0);
  if (groups.length === 0) return <p className={styles.note}>{nothingToPaste(channel)}</p>;
  return groups.map(({ end, steps }) => (
    <section key={end} className={styles.group} aria-label={headings[end]}>
      <h3>{headings[end]}</h3>
      <ol className={styles.steps} aria-label="What to paste where">
        {steps.map((step) => (
          <Step key={step.id} step={step} channelId={channel.id} />
        ))}
      </ol>
    </section>
  ));
};

/** The end of ours that needs it tells whose place is taken by a real system. */
const headings = { platform: 'To use your own app with it', app: 'To use the real platform with it' } as const;

const nothingToPaste = ({ plays }: Channel): string => {
  return plays.platform || plays.app
    ? 'With these settings there is nothing to paste anywhere.'
    : 'Hookbench plays neither end of this channel. Turn one on in the settings first.';
};

const Step = ({ step, channelId }: { readonly step: SetupStep; readonly channelId: string }) => {
  const actions = useActions();
  return (
    <li className={styles.step}>
      <div className={styles.words}>
        <p>
          {step.title} {step.status === 'assumed' && <Certainty status="assumed" />}
        </p>
        {step.value !== '' && (
          <div className={styles.value}>
            <code>{step.value}</code>
            <CopyButton
              text={() => actions.revealSetup(channelId, step.id)}
              label={`Copy: ${step.title}`}
              words="Copy"
            />
          </div>
        )}
      </div>
    </li>
  );
};
