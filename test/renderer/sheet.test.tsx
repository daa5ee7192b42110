import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Button } from '#renderer/kit/button.tsx';
import { Sheet } from '#renderer/kit/sheet.tsx';
import { Tips } from '#renderer/kit/tooltip.tsx';

afterEach(cleanup);

const Desk = ({ isUnsaved }: { readonly isUnsaved: boolean }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Tips>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <Sheet title="Desk" close={() => setOpen(false)} isWide isUnsaved={isUnsaved} head={<span>beside</span>}>
          <input aria-label="Field" />
        </Sheet>
      )}
    </Tips>
  );
};

const openDesk = async (isUnsaved: boolean) => {
  const user = userEvent.setup();
  render(<Desk isUnsaved={isUnsaved} />);
  await user.click(screen.getByRole('button', { name: 'Open' }));
  const desk = within(await screen.findByRole('dialog', { name: 'Desk' }));
  desk.getByText('beside');
  return { user, desk };
};

const isClosed = () => waitFor(() => expect(screen.queryByRole('dialog', { name: 'Desk' })).toBeNull());

test('Escape closes a sheet in which nothing is lost, and the focus goes back to what opened it', async () => {
  const { user } = await openDesk(false);
  await user.keyboard('{Escape}');
  await isClosed();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Open'));
});

test('where something would be lost it is asked first, and can be kept', async () => {
  const { user, desk } = await openDesk(true);
  await user.keyboard('{Escape}');
  const asked = () => screen.findByRole('alertdialog', { name: 'Close without saving?' });
  await user.click(within(await asked()).getByRole('button', { name: 'Keep writing' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await user.click(desk.getByRole('button', { name: 'Close' }));
  await user.click(within(await asked()).getByRole('button', { name: 'Close without saving' }));
  await isClosed();
});

test('Shift Tab leads on from the sheet itself, where a click beside its fields has put the focus', async () => {
  const { user, desk } = await openDesk(false);
  screen.getByRole('dialog', { name: 'Desk' }).focus();
  await user.tab({ shift: true });
  expect(document.activeElement).toBe(desk.getByLabelText('Field'));
});

test('a button keeps the focus when it cannot be used any more, and when it can again', () => {
  const button = (why: string) => (
    <Tips>
      <Button why={why}>Lay out</Button>
    </Tips>
  );
  const { rerender } = render(button(''));
  screen.getByRole('button', { name: 'Lay out' }).focus();
  for (const why of ['It is no JSON', '']) {
    rerender(button(why));
    expect(document.activeElement?.textContent).toBe('Lay out');
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe(why === '' ? null : 'true');
  }
});
