import { lazy, Suspense } from 'react';
import { MessageContent } from '#renderer/conversation/content.tsx';
import type { DrawContent } from '#renderer/demo/stage.tsx';
import { useBench } from '#renderer/store/context.tsx';

const DemoMode = lazy(async () => ({ default: (await import('#renderer/demo/demo-mode.tsx')).DemoMode }));

/** Nothing of what is shown to an audience can be pressed. */
const drawContent: DrawContent = (content, place) => (
  <MessageContent content={content} place={place} say={async () => false} />
);

/** Demo mode comes when it is asked for: few visits need it. */
export const DemoLater = () => {
  const isOpen = useBench(({ view }) => view.demo !== null);
  return (
    isOpen && (
      <Suspense>
        <DemoMode drawContent={drawContent} />
      </Suspense>
    )
  );
};
