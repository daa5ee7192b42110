import { ArrowRight, RotateCw, Send, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#renderer/kit/button.tsx';
import { useActions, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { remedyOf } from '#renderer/store/remedy.ts';
import { fieldsOf } from '#renderer/store/settings-form.ts';
import { useReadOnly } from '#renderer/store/use-read-only.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Exchange } from '#shared/exchange/exchange.ts';
import type { ReplayHow } from '#shared/exchange/replay.ts';
import { assertNever } from '#shared/text/assert-never.ts';
import styles from './verdict.module.css';

/** What mends a refused request with one click. */
export const Remedies = ({ exchange }: { readonly exchange: Exchange }) => {
  const { remedies: words } = useWords().trust;
  const { id, channelId } = exchange.summary;
  const remedy = remedyOf(exchange.verdict);
  const isReadOnly = useReadOnly() !== '';
  if (isReadOnly || channelId === null || remedy === null) return null;
  switch (remedy.kind) {
    case 'put-right':
      return (
        <p className={styles.remedies}>
          <ReplayButton id={id} how="re-sign" words={words.putRight} isFirst />
        </p>
      );
    case 'sign-again':
      return (
        <p className={styles.remedies}>
          <ReplayButton id={id} how="re-sign" isFirst />
        </p>
      );
    case 'change-setting':
      return (
        <p className={styles.remedies}>
          <ShowSetting channelId={channelId} setting={remedy.setting} />
          <ReplayButton id={id} how="as-is" />
        </p>
      );
    case 'use-channel':
      return (
        <p className={styles.remedies}>
          <GoToChannel channelId={remedy.channelId} />
          <ReplayButton id={id} how="re-sign" />
        </p>
      );
    default:
      return assertNever(remedy);
  }
};

type ReplayButtonProps = {
  readonly id: number;
  readonly how: ReplayHow;
  readonly isFirst?: boolean;
  readonly words?: string;
};

const ReplayButton = ({ id, how, isFirst, words }: ReplayButtonProps) => {
  const { again } = useWords().trust.remedies;
  const actions = useActions();
  const [isBusy, setBusy] = useState(false);
  const replay = async () => {
    setBusy(true);
    await actions.replay(id, how);
    setBusy(false);
  };
  return (
    <Button
      look={isFirst ? 'primary' : 'plain'}
      disabled={isBusy}
      icon={how === 're-sign' ? <Send size={14} aria-hidden /> : <RotateCw size={14} aria-hidden />}
      onClick={() => void replay()}
    >
      {words ?? again[how]}
    </Button>
  );
};

/** The page does not know a stored secret, so a person writes it again where it belongs. */
const ShowSetting = ({ channelId, setting }: { readonly channelId: string; readonly setting: string }) => {
  const actions = useActions();
  const { remedies: words } = useWords().trust;
  const { platforms } = useCatalogue();
  const channel = useSession(({ channels }) => channels.find((each) => each.id === channelId));
  const platform = platforms.find((each) => each.id === channel?.platformId);
  if (!channel || !platform) return null;
  const title = fieldsOf(platform.settings, '/settings').find(({ name }) => name === setting)?.title ?? setting;
  return (
    <Button
      look="primary"
      icon={<Settings2 size={14} aria-hidden />}
      onClick={() => actions.showChannel({ channelId, part: 'settings', setting })}
    >
      {words.changeSetting(title)}
    </Button>
  );
};

const GoToChannel = ({ channelId }: { readonly channelId: string }) => {
  const actions = useActions();
  const { remedies: words } = useWords().trust;
  const channel = useSession(({ channels }) => channels.find((each) => each.id === channelId));
  if (!channel) return null;
  return (
    <Button icon={<ArrowRight size={14} aria-hidden />} onClick={() => actions.selectChannel(channel.id)}>
      {words.goTo(channel.name)}
    </Button>
  );
};
