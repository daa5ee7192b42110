import {
  ArrowLeftRight,
  ChevronLeft,
  ChevronRight,
  Maximize,
  NotebookPen,
  Pause,
  Play,
  RadioTower,
  RotateCcw,
  X,
} from 'lucide-react';
import { IconButton } from '#renderer/kit/button.tsx';
import { useActions, usePage } from '#renderer/store/context.tsx';
import type { Demo } from '#renderer/store/demo/demo.ts';
import { speeds } from '#renderer/store/demo/pace.ts';
import { useWords } from '#renderer/words/use-words.tsx';
import styles from './controls.module.css';

/** What a presenter does with it; every one of them has a key. */
export const Controls = ({ demo }: { readonly demo: Demo }) => {
  const actions = useActions();
  const { screen } = usePage();
  const { demo: words, format } = useWords();
  const { isPlaying, shown, next, recording, wantsLive, source, areNotesShown, isWireShown } = demo;
  const isOver = next >= recording.length && !demo.isAwaiting;
  return (
    <footer className={styles.controls} role="toolbar" aria-label={words.controls}>
      <p className={styles.place}>
        <span className={styles.source} data-source={source}>
          {words.sources[source]}
        </span>
        {words.place(format.count(next), format.count(recording.length))}
      </p>
      <div className={styles.group}>
        <IconButton
          label={words.rewind}
          keys="Home"
          icon={<RotateCcw size={16} aria-hidden />}
          onClick={actions.rewindDemo}
        />
        <IconButton
          label={words.back}
          keys="←"
          icon={<ChevronLeft size={18} aria-hidden />}
          disabled={shown.length === 0}
          onClick={actions.stepDemoBack}
        />
        <IconButton
          label={isPlaying ? words.pause : isOver ? words.again : words.play}
          keys={words.space}
          className={styles.play}
          icon={isPlaying ? <Pause size={18} aria-hidden /> : <Play size={18} aria-hidden />}
          onClick={() => actions.playDemo(!isPlaying)}
        />
        <IconButton
          label={words.forward}
          keys="→"
          icon={<ChevronRight size={18} aria-hidden />}
          disabled={isOver}
          onClick={actions.stepDemo}
        />
        <SpeedChoice demo={demo} />
      </div>
      <div className={styles.end}>
        {wantsLive && source === 'recording' && (
          <IconButton
            label={words.goLive}
            icon={<RadioTower size={16} aria-hidden />}
            onClick={() => actions.chooseLive(true)}
          />
        )}
        <IconButton
          label={words.notes.toggle}
          keys="N"
          aria-pressed={areNotesShown}
          icon={<NotebookPen size={16} aria-hidden />}
          onClick={() => actions.showNotes(!areNotesShown)}
        />
        <IconButton
          label={words.wire.toggle}
          keys="W"
          aria-pressed={isWireShown}
          icon={<ArrowLeftRight size={16} aria-hidden />}
          onClick={() => actions.showWire(!isWireShown)}
        />
        <IconButton
          label={words.fullScreen}
          keys="F"
          icon={<Maximize size={16} aria-hidden />}
          onClick={screen.toggleFullScreen}
        />
        <IconButton label={words.exit} keys="Esc" icon={<X size={18} aria-hidden />} onClick={actions.closeDemo} />
      </div>
    </footer>
  );
};

/** How many times as fast as it was recorded. */
export const SpeedChoice = ({ demo }: { readonly demo: Demo }) => {
  const actions = useActions();
  const { demo: words, format } = useWords();
  return (
    <select
      className={styles.speed}
      aria-label={words.speed}
      value={demo.speed}
      onChange={(event) => actions.chooseDemoSpeed(Number(event.target.value))}
    >
      {speeds.map((speed) => (
        <option key={speed} value={speed}>
          {words.times(format.factor(speed))}
        </option>
      ))}
    </select>
  );
};
