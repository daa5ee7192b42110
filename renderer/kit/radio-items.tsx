import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import menu from './menu.module.css';

type RadioItemsProps = {
  readonly chosen: string;
  /** `hint` stands at the right. */
  readonly items: readonly { readonly id: string; readonly name: string; readonly hint?: string }[];
  readonly choose: (id: string) => void;
  readonly label?: string;
};

/** Things of which a menu lets one be chosen. */
export const RadioItems = ({ chosen, items, choose, label }: RadioItemsProps) => (
  <DropdownMenu.RadioGroup value={chosen} onValueChange={choose} aria-label={label}>
    {items.map(({ id, name, hint = '' }) => (
      <DropdownMenu.RadioItem key={id} value={id} className={menu.item}>
        <span className={menu.mark}>
          <DropdownMenu.ItemIndicator>
            <Check size={14} aria-hidden />
          </DropdownMenu.ItemIndicator>
        </span>
        <span className={menu.words}>{name}</span>
        {hint !== '' && <span className={menu.hint}>{hint}</span>}
      </DropdownMenu.RadioItem>
    ))}
  </DropdownMenu.RadioGroup>
);
