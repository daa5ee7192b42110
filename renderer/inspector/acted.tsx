import { ListChecks, Zap } from 'lucide-react';
import { useActions, useCatalogue, useSession } from '#renderer/store/context.tsx';
import { defectTitles } from '#renderer/store/defects.ts';
import { namesIn } from '#renderer/store/rules/rule-hits.ts';
import { rulePlacesOf } from '#renderer/store/rules/rule-places.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { ExchangeSummary } from '#shared/exchange/exchange.ts';
import styles from './acted.module.css';

type ActedProps = {
  readonly summary: ExchangeSummary;
  /** Of both twins, as in an exchange. */
  readonly defect: string;
  readonly rule: string;
};

/** What made the exchange what it is: the defects that acted, then the rules that answered. Each leads to where it is set. */
export const Acted = ({ summary, defect, rule }: ActedProps) => {
  const { trace: words } = useWords();
  if (defect === '' && rule === '') return null;
  return (
    <ul className={styles.acted} aria-label={words.acted}>
      {defect !== '' && <Defects channelId={summary.channelId} defect={defect} />}
      {rule !== '' && <Rules summary={{ ...summary, rule }} />}
    </ul>
  );
};

/** What misbehaved on purpose is said first: everything else about the exchange may come of it. */
const Defects = ({ channelId, defect }: { readonly channelId: string | null; readonly defect: string }) => {
  const actions = useActions();
  const { trace: words, defects: said } = useWords();
  const { platforms } = useCatalogue();
  const channel = useSession(({ channels }) => channels.find(({ id }) => id === channelId));
  const platform = platforms.find(({ id }) => id === channel?.platformId);
  return defectTitles(defect, platform).map((title) => (
    <li key={title} className={styles.defect}>
      <Zap size={13} aria-hidden />
      <span>{said.actedHead(1)}</span>
      {channel ? (
        <button
          type="button"
          lang="en"
          className={styles.way}
          aria-label={words.toDefect(title)}
          onClick={() => actions.showChannel({ channelId: channel.id, part: 'defects' })}
        >
          {title}
        </button>
      ) : (
        <span lang="en">{title}</span>
      )}
    </li>
  ));
};

/** How a rule is called that has no name: by its place. */
const unnamed = /^Rule \d+$/;

/** A rule that is not there any more is named all the same. */
const Rules = ({ summary }: { readonly summary: ExchangeSummary }) => {
  const actions = useActions();
  const { trace: words } = useWords();
  const { botScripts } = useCatalogue();
  const channels = useSession((session) => session.channels);
  const places = rulePlacesOf(summary, channels, botScripts);
  const names = namesIn(
    summary.rule,
    places.map((place) => place.rule),
  );
  return names.map((name) => {
    const place = places.find((each) => each.rule === name);
    return (
      <li key={name} className={styles.rule}>
        <ListChecks size={13} aria-hidden />
        {!unnamed.test(name) && <span>{words.rule}</span>}
        {place ? (
          <button
            type="button"
            translate="no"
            className={styles.way}
            aria-label={words.toRule(name)}
            onClick={() => actions.showRule(place)}
          >
            {name}
          </button>
        ) : (
          <span translate="no">{name}</span>
        )}
      </li>
    );
  });
};
