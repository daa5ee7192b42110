import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { ArrowDown, Bot, Headset, Radio } from 'lucide-react';
import { Button } from '#renderer/kit/button.tsx';
import { classes } from '#renderer/kit/classes.ts';
import { useActions, useBench, useSession } from '#renderer/store/context.tsx';
import { authorName, findExchange, firstOfExchange, troubleOf, type MessageGroup } from '#renderer/store/selectors.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import type { Message } from '#shared/exchange/message.ts';
import { Bubble } from './bubble.tsx';
import type { Say } from './say.ts';
import { MessageTrouble } from './trouble.tsx';
import { useSpotlight } from './use-spotlight.ts';
import styles from './conversation.module.css';

type MessageListProps = {
  readonly groups: readonly MessageGroup[];
  readonly botName: string;
  /** Sends what was pressed; null where nobody can speak as the user. */
  readonly say: Say;
  readonly before: ReactNode;
  readonly after: ReactNode;
};

/** The bubbles, grouped by author. It follows what is new only while its end is in sight. */
export const MessageList = ({ groups, botName, say, before, after }: MessageListProps) => {
  const { conversation: words } = useWords();
  const selectedId = useBench(({ view }) => view.exchangeId);
  const newest = groups.at(-1)?.messages.at(-1);
  const firsts = useMemo(() => firstOfExchange(groups), [groups]);
  const { scroller, isAtEnd, onScroll, toEnd, stay } = useFollowing(newest, selectedId);
  useSpotlight({ scroller, groups, stay });
  return (
    <div className={styles.scene}>
      <div ref={scroller} className={styles.scroller} onScroll={onScroll}>
        {before && <div className={styles.before}>{before}</div>}
        <ol className={styles.groups} aria-label={words.messages}>
          {groups.map((group, index) => (
            <Group
              key={group.key}
              group={group}
              botName={botName}
              say={say}
              firsts={firsts}
              isLast={index === groups.length - 1}
            />
          ))}
          {after}
        </ol>
      </div>
      {!isAtEnd && (
        <Button className={styles.toEnd} icon={<ArrowDown size={14} aria-hidden />} onClick={toEnd}>
          {words.newest}
        </Button>
      )}
    </div>
  );
};

type GroupProps = Pick<MessageListProps, 'botName' | 'say'> & {
  readonly group: MessageGroup;
  /** The messages under which something may be said of their exchange. */
  readonly firsts: ReadonlySet<string>;
  readonly isLast: boolean;
};

const Group = ({ group, botName, say, firsts, isLast }: GroupProps) => {
  const actions = useActions();
  const selectedId = useBench(({ view }) => view.exchangeId);
  const words = useWords();
  const { format } = words;
  const exchanges = useSession((session) => session.exchanges);
  const selected = useMemo(() => findExchange(selectedId, exchanges), [selectedId, exchanges]);
  const author = authorName(group.author, botName, words.conversation);
  const isLit = (message: Message) =>
    selectedId !== null && (message.exchangeId === selectedId || message.exchangeId === selected?.twinId);
  const last = group.messages.at(-1);
  return (
    <>
      {group.startsDay && (
        <li className={styles.day}>
          <span>{format.day(group.at)}</span>
        </li>
      )}
      {group.messages.map((message) => (
        <li key={message.id} className={classes(styles.said, styles[group.author])}>
          {message === group.messages[0] && hasName(message) && (
            <span className={styles.author} aria-hidden>
              {group.author === 'user' ? '' : <AuthorName author={group.author} name={author} />}
            </span>
          )}
          <Bubble
            message={message}
            author={author}
            isLit={isLit(message)}
            isTabStop={isLast && message === last}
            say={say}
            onSelect={() => actions.inspectExchange(message.exchangeId)}
            onMove={moveFocus}
          />
          {firsts.has(message.id) && (
            <MessageTrouble
              trouble={troubleOf(message, findExchange(message.exchangeId, exchanges), words)}
              channelId={message.channelId}
            />
          )}
          {message === last && group.author !== 'channel' && (
            <time aria-hidden className={styles.time} dateTime={new Date(message.at).toISOString()}>
              {format.shortClock(message.at)}
            </time>
          )}
        </li>
      ))}
    </>
  );
};

/** What the channel says of itself is a line of its own. */
const hasName = ({ author, content }: Message): boolean => author !== 'channel' || content.kind !== 'event';

const authorIcons = { bot: Bot, agent: Headset, channel: Radio } as const;

const AuthorName = ({ author, name }: { readonly author: keyof typeof authorIcons; readonly name: string }) => {
  const Icon = authorIcons[author];
  return (
    <>
      <Icon size={12} aria-hidden /> {name}
    </>
  );
};

/** Arrow keys go from bubble to bubble, whatever group they are in. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined || event.target !== event.currentTarget) return;
  const list = event.currentTarget.closest('ol');
  const bubbles = [...(list?.querySelectorAll<HTMLElement>('article') ?? [])];
  const next = bubbles[bubbles.indexOf(event.currentTarget) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};

/** Scrolls to the first bubble that is lit, if none of them is in sight. True when it had to. */
const bringIntoSight = (element: HTMLElement): boolean => {
  const frame = element.getBoundingClientRect();
  const lit = [...element.querySelectorAll<HTMLElement>('[data-lit]')];
  const isInSight = (bubble: HTMLElement) => {
    const { top, bottom } = bubble.getBoundingClientRect();
    return bottom > frame.top && top < frame.bottom;
  };
  if (lit.length === 0 || lit.some(isInSight)) return false;
  lit[0]?.scrollIntoView({ block: 'center' });
  return true;
};

const toEndOf = (element: HTMLElement | null): void => {
  if (element) element.scrollTop = element.scrollHeight;
};

/** Keeps the end in sight when something is added, unless the person has scrolled away from it. */
const useFollowing = (newest: Message | undefined, selectedId: number | null) => {
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const follows = useRef(true);
  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < 60;
    setAtEnd(follows.current);
  };
  useLayoutEffect(() => {
    // What the person said is always followed: it was they who added it.
    if (follows.current || newest?.author === 'user') toEndOf(scroller.current);
  }, [newest]);
  useEffect(() => {
    const element = scroller.current;
    if (element && selectedId !== null && bringIntoSight(element)) follows.current = false;
  }, [selectedId]);
  useEffect(() => {
    const element = scroller.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      if (follows.current) toEndOf(scroller.current);
    });
    observer.observe(element);
    if (element.lastElementChild) observer.observe(element.lastElementChild);
    return () => observer.disconnect();
  }, []);
  const stay = useCallback(() => {
    follows.current = false;
  }, []);
  return { scroller, isAtEnd, onScroll, toEnd: () => toEndOf(scroller.current), stay };
};
