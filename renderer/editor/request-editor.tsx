import { Tabs } from 'radix-ui';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Group, Panel } from 'react-resizable-panels';
import { Divider } from '#renderer/kit/divider.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import tabs from '#renderer/kit/tabs.module.css';
import { arePressed } from '#renderer/store/commands/keys.ts';
import { useActions, useBench, usePage, useSession } from '#renderer/store/context.tsx';
import { isOrigin, type Writing } from '#renderer/store/editor/writing.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import { Rail } from './rail.tsx';
import { RequestPart } from './request-part.tsx';
import { Result } from './result.tsx';
import { NamingSheet } from './naming-sheet.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './request-editor.module.css';

/** The request that is being written, where one is. */
export const RequestEditor = () => {
  const place = useBench(({ view }) => (view.dialog?.kind === 'edit-request' ? view.dialog.place : null));
  const writing = useBench(({ view }) => (place === null ? undefined : view.requests[place]));
  return place !== null && writing ? <Open place={place} writing={writing} /> : null;
};

type OpenProps = { readonly place: string; readonly writing: Writing };

const parts = ['saved', 'request', 'result'] as const;
type Part = (typeof parts)[number];

const Open = ({ place, writing }: OpenProps) => {
  const actions = useActions();
  const { screen } = usePage();
  const isNarrow = useBench(({ view }) => view.isNarrow);
  const [part, show] = useState<Part>('request');
  const [isNaming, setNaming] = useState(false);
  const title = useTitle(writing);
  const send = async (): Promise<void> => {
    if (await actions.sendWritten(place)) show('result');
  };
  const isSaved = useSession(({ shelf }) => shelf.payloads.some(isOrigin(writing)));
  const saveAs = (): void => {
    if (actions.isReadable(place)) setNaming(true);
  };
  const save = (): void => {
    if (!isSaved) saveAs();
    else if (actions.isReadable(place)) void actions.saveWritten(place);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isInFront(event.target)) return;
    const act = arePressed('Mod+Enter', event, screen.isMac)
      ? () => void send()
      : arePressed('Mod+S', event, screen.isMac)
        ? save
        : null;
    if (!act) return;
    event.preventDefault();
    // Before the text editor hears of it, for which it is another line.
    event.stopPropagation();
    // Keys that are held down ask once.
    if (!event.repeat) act();
  };
  const drawn: Readonly<Record<Part, ReactNode>> = {
    saved: <Rail place={place} />,
    request: (
      <RequestPart
        key={writing.serial}
        place={place}
        writing={writing}
        send={() => void send()}
        sent={() => show('result')}
      />
    ),
    result: <Result place={place} writing={writing} />,
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <Sheet
        title={title}
        close={() => actions.showDialog(null)}
        isWide
        begin={() => document.querySelector<HTMLElement>('#request-url')}
        head={
          <>
            <SaveButtons place={place} writing={writing} isSaved={isSaved} save={save} saveAs={saveAs} />
            {isNaming && <NamingSheet place={place} writing={writing} close={() => setNaming(false)} />}
          </>
        }
      >
        {isNarrow ? <OneAtATime drawn={drawn} part={part} show={show} /> : <Abreast drawn={drawn} />}
      </Sheet>
    </div>
  );
};

/** Whether a sheet in front of the editor has the keys: it gives a name. */
const isInFront = (target: EventTarget): boolean => {
  const sheet = target instanceof Element ? target.closest('[role=dialog]') : null;
  return sheet !== null && sheet !== document.querySelector('[role=dialog]');
};

type DrawnProps = { readonly drawn: Readonly<Record<Part, ReactNode>> };
type OneProps = DrawnProps & { readonly part: Part; readonly show: (part: Part) => void };

const OneAtATime = ({ drawn, part, show }: OneProps) => {
  const { editor: words } = useWords();
  return (
    <Tabs.Root className={tabs.root} value={part} onValueChange={(value) => show(value as Part)}>
      <Tabs.List className={tabs.list} aria-label={words.parts.label}>
        {parts.map((each) => (
          <Tabs.Trigger key={each} value={each} className={tabs.tab}>
            {words.parts[each]}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {parts.map((each) => (
        <Tabs.Content key={each} value={each} className={tabs.content} tabIndex={-1}>
          {drawn[each]}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
};

const Abreast = ({ drawn }: DrawnProps) => {
  const actions = useActions();
  const { editor: words } = useWords();
  const layout = useBench(({ view }) => view.remembered.layouts['editor']);
  return (
    <div className={styles.abreast}>
      <Group
        id="editor"
        {...(layout ? { defaultLayout: layout } : {})}
        onLayoutChanged={(changed, { isUserInteraction }) => {
          if (isUserInteraction) actions.rememberLayout('editor', changed);
        }}
      >
        <Panel id="saved" defaultSize="16%" minSize={160}>
          {drawn.saved}
        </Panel>
        <Divider label={words.resizeSaved} />
        <Panel id="request" defaultSize="48%" minSize={320}>
          {drawn.request}
        </Panel>
        <Divider label={words.resize} />
        <Panel id="result" defaultSize="36%" minSize={280}>
          {drawn.result}
        </Panel>
      </Group>
    </div>
  );
};

const useTitle = ({ origin }: Pick<Writing, 'origin'>): string => {
  const { titleOf } = useWords().editor;
  const name = useSession(({ shelf }) => shelf.payloads.find(isOrigin({ origin }))?.name);
  if (origin.kind === 'exchange') return titleOf.exchange(origin.id);
  // One that was removed meanwhile is a request like any other.
  return name === undefined ? titleOf.nothing : titleOf.payload(name);
};
