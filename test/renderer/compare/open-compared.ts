import { screen, waitFor, within } from '@testing-library/react';
import type { OpenedPage } from '../open-page.tsx';

/** Something that arrives at a path which is nobody's: it is captured all the same. */
export type Arriving = {
  readonly target?: string;
  readonly type?: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body: string | Uint8Array;
};

export const arrive = (
  { world }: Pick<OpenedPage, 'world'>,
  { target = '/orders', type = 'application/json', headers = [], body }: Arriving,
) =>
  world.outbound.send(
    {
      method: 'POST',
      origin: 'http://127.0.0.1:4700',
      target,
      headers: [['Content-Type', type], ...headers],
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      timeLimit: 5,
    },
    () => undefined,
  );

/** The two arrive one after the other and are compared; what is asked is asked of the sheet. */
export const openCompared = async (opened: OpenedPage, one: Arriving, other: Arriving) => {
  const { store } = opened;
  await screen.findByRole('textbox', { name: 'Message' });
  await arrive(opened, one);
  await arrive(opened, other);
  const answered = () =>
    store
      .getState()
      .session?.exchanges.filter(({ outcome }) => outcome.state === 'answered')
      .map(({ id }) => id) ?? [];
  await waitFor(() => {
    if (answered().length < 2) throw new Error('They are on their way.');
  });
  const [first = 0, second = 0] = answered().toSorted((a, b) => a - b);
  const side = (exchangeId: number) => ({ exchangeId, messageId: null });
  store.setState(({ view }) => ({
    view: { ...view, dialog: { kind: 'compare', one: side(first), other: side(second) } },
  }));
  const dialog = await screen.findByRole('dialog', { name: 'Compare' });
  const sheet = within(dialog);
  await waitFor(() => {
    const tabs = sheet.getAllByRole('tab').map((tab) => tab.textContent);
    if (!tabs.every((text) => /\d|the same/.test(text))) throw new Error('They are being compared.');
  });
  return { dialog, sheet };
};
