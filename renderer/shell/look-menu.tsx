import { Check, Contrast, Monitor, Moon, Sun } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { IconButton } from '#renderer/kit/button.tsx';
import { MenuContent } from '#renderer/kit/menu-content.tsx';
import menu from '#renderer/kit/menu.module.css';
import { spokenBenchFields } from '#renderer/store/bench-settings.ts';
import { useActions, useBench } from '#renderer/store/context.tsx';
import { useWords } from '#renderer/words/use-words.tsx';
import type { BenchSettings } from '#shared/session/state.ts';

const icons = { system: Monitor, light: Sun, dark: Moon, contrast: Contrast } as const;

/** In which theme and which language the page is shown. */
export const LookMenu = () => {
  const actions = useActions();
  const words = useWords();
  const fields = spokenBenchFields(words);
  const theme = useBench(({ view }) => view.remembered.theme);
  const language = useBench(({ view }) => view.remembered.language);
  const Icon = icons[theme];
  const ofField = (field: 'theme' | 'language') => fields.find(({ name }) => name === field);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={words.shell.top.look} icon={<Icon size={16} aria-hidden />} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <MenuContent align="end">
          <Choices
            field={ofField('theme')}
            chosen={theme}
            choose={(value) => void actions.changeTheme(value as BenchSettings['theme'])}
          />
          <DropdownMenu.Separator className={menu.separator} />
          <Choices
            field={ofField('language')}
            chosen={language}
            choose={(value) => void actions.changeLanguage(value as BenchSettings['language'])}
          />
        </MenuContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
};

type ChoicesProps = {
  readonly field: ReturnType<typeof spokenBenchFields>[number] | undefined;
  readonly chosen: string;
  readonly choose: (value: string) => void;
};

const Choices = ({ field, chosen, choose }: ChoicesProps) =>
  field && (
    <DropdownMenu.RadioGroup value={chosen} onValueChange={choose} aria-label={field.title}>
      <DropdownMenu.Label className={menu.label}>{field.title}</DropdownMenu.Label>
      {field.choices.map(({ value, title }) => (
        <DropdownMenu.RadioItem key={value} value={value} className={menu.item}>
          <span className={menu.mark}>
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className={menu.words}>{title}</span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
