import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import tabs from '#renderer/kit/tabs.module.css';
import { useActions, useCatalogue } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import { NewChannelForm } from './new-channel-form.tsx';
import sheet from './channel-sheet.module.css';
import styles from './channels.module.css';

/** The platform first, because everything else depends on it; then the settings. */
export const NewChannel = () => {
  const actions = useActions();
  const { channels: words } = useWords();
  const { platforms } = useCatalogue();
  const [platformId, choose] = useState<string | null>(null);
  const platform = platforms.find((each) => each.id === platformId);
  return (
    <>
      <header className={sheet.head}>
        <h3 className={sheet.name}>{words.add}</h3>
        {platform && <span className={sheet.what}>{platform.name}</span>}
      </header>
      {platform ? (
        <NewChannelForm platform={platform} cancel={() => actions.showDialog(null)} goBack={() => choose(null)} />
      ) : (
        <PlatformChoice choose={choose} />
      )}
    </>
  );
};

const PlatformChoice = ({ choose }: { readonly choose: (platformId: string) => void }) => {
  const { channels: words } = useWords();
  const { platforms } = useCatalogue();
  return (
    <div className={tabs.scroller}>
      <p className={tabs.lead}>{words.whichPlatform}</p>
      <ul className={styles.platforms}>
        {platforms.map(({ id, name, summary, modes }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.platform}
              aria-label={name}
              aria-description={summary}
              onClick={() => choose(id)}
            >
              <span className={styles.platformWords}>
                <strong>{name}</strong>
                <span lang="en" className={styles.soft}>
                  {summary}
                </span>
                {modes.length > 1 && (
                  <span className={styles.modes}>{modes.map(({ title }) => title).join(' · ')}</span>
                )}
              </span>
              <ChevronRight size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
