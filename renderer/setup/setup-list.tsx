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
  const steps = read.steps.filter(({ end }) => channel.plays[end]);
  if (steps.length === 0) return <p className={styles.note}>With these settings there is nothing to paste anywhere.</p>;
  return (
    <ol className={styles.steps} aria-label="What to paste where">
      {steps.map((step) => (
        <Step key={step.id} step={step} channelId={channel.id} />
      ))}
    </ol>
  );
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
