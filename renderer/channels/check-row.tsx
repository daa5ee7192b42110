import { Certainty } from '#renderer/form/certainty.tsx';
import { Button } from '#renderer/kit/button.tsx';
import { ToneWord, type Tone } from '#renderer/kit/tone.tsx';
import { useActions } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ChannelCheck, CheckRemedy } from '#shared/channel/channel-check.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import styles from './check-part.module.css';

const tones = { fail: 'bad', warn: 'attention', pass: 'good', 'not-applicable': 'none' } as const satisfies Readonly<
  Record<ChannelCheck['result'], Tone>
>;

type CheckRowProps = { readonly check: ChannelCheck; readonly channelId: string };

/** One thing that was looked at: how it is, why, and what to do. */
export const CheckRow = ({ check, channelId }: CheckRowProps) => {
  const actions = useActions();
  const { checkup: words } = useWords();
  const { result, title, detail, next, setting, remedy, status, source } = check;
  return (
    <li className={styles.check} data-result={result}>
      <ToneWord tone={tones[result]} word={words.results[result]} />
      <span className={styles.title} lang="en">
        <span>{title}</span>
        {status && <Certainty status={status} source={source} />}
      </span>
      <div className={styles.told}>
        <p lang="en">{detail}</p>
        {next !== '' && (
          <p lang="en" className={styles.next}>
            {next}
          </p>
        )}
        <div className={styles.acts}>
          {remedy && <Remedy remedy={remedy} channelId={channelId} />}
          {setting !== undefined && (result === 'fail' || result === 'warn') && (
            <Button onClick={() => actions.showChannel({ channelId, part: 'settings', setting })}>
              {words.openSetting}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
};

/** One click that mends it; then it is looked at again. */
const Remedy = ({ remedy, channelId }: { readonly remedy: CheckRemedy; readonly channelId: string }) => {
  const actions = useActions();
  const { checkup: words } = useWords();
  const mend = async (act: Promise<boolean>) => {
    if (await act) await actions.checkChannel(channelId);
  };
  switch (remedy.kind) {
    case 'start-listening':
      return <Button onClick={() => void mend(actions.listenOn(remedy.port))}>{words.startListening}</Button>;
    case 'clean-setting':
      return <Button onClick={() => void mend(actions.cleanSetting(channelId, remedy.setting))}>{words.clean}</Button>;
    case 'apply-remedy':
      return (
        <Button lang="en" onClick={() => void mend(actions.applyRemedy(channelId, remedy.remedyId))}>
          {remedy.title}
        </Button>
      );
    default:
      return assertNever(remedy);
  }
};
