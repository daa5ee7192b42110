import { Copy, Download, Plus, Trash2, Upload } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import fields from '#renderer/kit/fields.module.css';
import { FileButton } from '#renderer/kit/file-button.tsx';
import { useActions, useCatalogue, usePage, useSession } from '#renderer/store/context.tsx';
import { saveFile } from '#renderer/store/share/save-file.ts';
import type { BotPlace } from '#renderer/store/store.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BotScript } from '#shared/bot/bot-script.ts';
import { BotUse } from './bot-use.tsx';
import { fileOf, firstBot } from './new-bot.ts';
import type { BotWriting } from './use-bot-writing.ts';
import styles from './bots.module.css';

type BotHeadProps = {
  readonly bot: BotScript;
  readonly place: BotPlace;
  readonly isBuiltIn: boolean;
  readonly isBundle: boolean;
  readonly writing: BotWriting;
};

/** Which bot it is, another one, and what can be done with the whole of it. */
export const BotHead = ({ bot, place, isBuiltIn, isBundle, writing }: BotHeadProps) => {
  const actions = useActions();
  const page = usePage();
  const { bots: words, channels } = useWords();
  const { id: _, ...script } = bot;
  const duplicate = () => void actions.addBot({ ...script, name: words.copyOf(bot.name) }, place);
  return (
    <header className={styles.head}>
      <BotChoice bot={bot} place={place} writing={writing} />
      {writing.isChanged(bot) && <span className={styles.soft}>{channels.unsaved}</span>}
      <BotUse bot={bot} isBundle={isBundle} />
      <span className={styles.space} />
      {!isBundle && (
        <>
          <Button
            look="quiet"
            icon={<Plus size={14} aria-hidden />}
            onClick={() => void actions.addBot(firstBot(words), place)}
          >
            <span className={styles.roomy}>{words.new}</span>
          </Button>
          <FileButton
            look="quiet"
            icon={<Download size={14} aria-hidden />}
            tip={words.importHint}
            accept=".json,application/json"
            onFile={(file) => void actions.importBot(file, place)}
          >
            <span className={styles.roomy}>{words.import}</span>
          </FileButton>
          {!isBuiltIn && (
            <Button look="quiet" icon={<Copy size={14} aria-hidden />} onClick={duplicate}>
              <span className={styles.roomy}>{words.duplicate}</span>
            </Button>
          )}
        </>
      )}
      <Button look="quiet" icon={<Upload size={14} aria-hidden />} onClick={() => void saveFile(page, fileOf(bot))}>
        <span className={styles.roomy}>{words.export}</span>
      </Button>
      {!isBuiltIn && (
        <Button look="quiet" icon={<Trash2 size={14} aria-hidden />} onClick={() => void actions.removeBot(bot)}>
          <span className={styles.roomy}>{words.remove}</span>
        </Button>
      )}
      {isBuiltIn && !isBundle && (
        <p className={styles.note}>
          <span>{words.builtInNote}</span>
          <Button icon={<Copy size={14} aria-hidden />} onClick={duplicate}>
            {words.duplicateToEdit}
          </Button>
        </p>
      )}
    </header>
  );
};

type BotChoiceProps = Pick<BotHeadProps, 'bot' | 'place' | 'writing'>;

const BotChoice = ({ bot, place, writing }: BotChoiceProps) => {
  const actions = useActions();
  const { catalogue } = usePage();
  const { botScripts } = useCatalogue();
  const { bots: words } = useWords();
  const own = useSession(({ shelf }) => shelf.bots);
  const option = (each: BotScript) => (
    <option key={each.id} value={each.id}>
      {writing.isChanged(each) ? `${each.name} •` : each.name}
    </option>
  );
  const builtIn = botScripts.filter(({ id }) => catalogue.botScripts.some((each) => each.id === id));
  return (
    <select
      aria-label={words.bot}
      className={`${fields.input ?? ''} ${styles.choice ?? ''}`}
      value={bot.id}
      onChange={(event) => actions.showBot({ ...(place.from ? { from: place.from } : {}), botId: event.target.value })}
    >
      {own.length > 0 && <optgroup label={words.own}>{own.map(option)}</optgroup>}
      <optgroup label={words.builtIn}>{builtIn.map(option)}</optgroup>
    </select>
  );
};
