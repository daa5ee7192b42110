import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { platforms } from '#shared/platforms/registry.ts';
import { foreignRequests } from './foreign-requests.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

const open = async (): Promise<OpenedPage> => {
  const opened = await openPage();
  await screen.findByRole('textbox', { name: 'Message' });
  return opened;
};

const settings = platforms.find(({ id }) => id === 'kore')?.demo.settings ?? {};
const secret = settings['clientSecret'] as string;
const inspector = () => within(screen.getByRole('region', { name: 'Inspector' }));
const verdict = () => inspector().findByRole('region', { name: 'Verdict' });

const tokenSignedWith = ({ world }: OpenedPage, key: string, claims: object = {}): Promise<string> =>
  world.tokens.sign(
    { alg: 'HS256', typ: 'JWT' },
    { appId: settings['clientId'] ?? '', sub: 'u-9', exp: 4_102_444_800, ...claims },
    key,
  );

/** Somebody else sends a message with this token, and the line of it is chosen. */
const receive = async (page: OpenedPage, token: string, status = '401'): Promise<void> => {
  const [good] = await foreignRequests(page.world.tokens);
  if (!good) throw new Error('The fixture lost its request.');
  const headers = good.headers.map(([name, value]): readonly [string, string] =>
    name === 'Authorization' ? [name, `Bearer ${token}`] : [name, value],
  );
  await page.world.outbound.send({ ...good, headers }, () => undefined);
  await page.user.click(
    (await screen.findAllByRole('option', { name: new RegExp(`, ${status}, `) }))[0] as HTMLElement,
  );
};

/** The comparison of a replay, once it says this: the side that was received comes after the one that was sent. */
const replayNote = (words: string): Promise<HTMLElement> =>
  waitFor(() => {
    const note = inspector().getByRole('region', { name: 'Replay' });
    expect(note.textContent).toContain(words);
    return note;
  });

test('a refused token shows its cause with code and proof below the verdict, and never the secret', async () => {
  const page = await open();
  await receive(page, await tokenSignedWith(page, `${secret}\n`));
  expect((await verdict()).textContent).toMatch(/^Refused: .*line feed.*Fix:.*Sign again and send$/);
  const cause = inspector().getByRole('region', { name: 'Cause' });
  expect(cause.textContent).toMatch(/jwt\.secret\.trailing-newline.*Proof.*matches/);
  expect(within(cause).getByRole('button', { name: 'Copy jwt.secret.trailing-newline' })).toBeTruthy();
  expect(document.body.innerHTML).not.toContain(secret);
});

test('signed again and sent it is accepted, and both requests stand side by side', async () => {
  const page = await open();
  await receive(page, await tokenSignedWith(page, `${secret}\n`));
  await page.user.click(within(await verdict()).getByRole('button', { name: 'Sign again and send' }));
  const note = await replayNote('Then 401, refused · now 200, trusted');
  expect(document.activeElement).toBe(inspector().getByRole('tab', { name: 'Trust' }));
  expect(note.textContent).toMatch(/that was all that was wrong/);
  await waitFor(() => expect(note.textContent).toContain('The body is the same, byte for byte'));
  expect(within(note).getByRole('table', { name: 'What differs in the token' }).textContent).toContain('exp4102444800');
  expect(within(note).getByRole('table', { name: 'Headers that differ' }).textContent).toMatch(/token that ends in …/);
  await page.user.click(within(note).getByRole('button', { name: 'Show #1' }));
  expect((await verdict()).textContent).toMatch(/^Refused:/);
});

test('the menu sends a request again as it was: the same bytes, the same outcome', async () => {
  const page = await open();
  await receive(page, await tokenSignedWith(page, 'nobody knows this one'));
  expect(inspector().getByRole('region', { name: 'Possible causes' }).textContent).toContain('jwt.signature.unknown');
  await page.user.click(inspector().getByRole('button', { name: 'Replay' }));
  await page.user.click(await screen.findByRole('menuitem', { name: /^Send again as it was/ }));
  expect((await replayNote('The outcome is the same.')).textContent).toContain('Then 401, refused · now 401, refused');
});

test('a replay is known by the exchange itself: also one that another window has sent', async () => {
  const page = await open();
  await receive(page, await tokenSignedWith(page, 'nobody knows this one'));
  const [received] = page.store.getState().session?.exchanges ?? [];
  await page.harness.replay({ exchangeId: received?.id ?? 0, how: 'as-is' });
  const rows = () => screen.getAllByRole('option', { name: /, 401, / });
  await waitFor(() => expect(rows()).toHaveLength(2));
  await page.user.click(rows()[0] as HTMLElement);
  expect((await replayNote('The outcome is the same.')).textContent).toContain('sent again as it was');
});

test('a setting that has too much is opened in sight, with the focus on it', async () => {
  const page = await open();
  const [channel] = page.store.getState().session?.channels ?? [];
  await page.harness.changeChannel({
    channelId: channel?.id ?? '',
    settings: { ...settings, clientSecret: `${secret} ` },
  });
  await receive(page, await tokenSignedWith(page, secret));
  await page.user.click(
    within(await verdict()).getByRole('button', { name: 'Change the client secret of this channel' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: 'Channels' }));
  expect(dialog.getByText('Client secret')).toBeTruthy();
  await waitFor(() =>
    expect(document.activeElement?.closest('[data-setting]')?.getAttribute('data-setting')).toBe('clientSecret'),
  );
});

test('what arrived stands beside what was signed, and the rewriting has a name', async () => {
  const page = await open();
  const signed = await tokenSignedWith(page, secret);
  const [head, payload = '', signature] = signed.split('.');
  const { appId, ...rest } = JSON.parse(atob(payload)) as Record<string, unknown>;
  await receive(page, [head, btoa(JSON.stringify({ ...rest, appId })).replaceAll('=', ''), signature].join('.'));
  const bytes = await inspector().findByRole('region', { name: 'What was signed' });
  expect(bytes.textContent).toMatch(/^Rewritten after it was signed: keys in another order/);
  expect(within(bytes).getByLabelText('Signed').textContent).toContain('"appId":"cs-');
  expect(within(bytes).getByLabelText('Arrived').querySelector('mark')).toBeTruthy();
});

test('a supposed verdict is marked as one, and the real one stays as it is', async () => {
  const page = await open();
  const now = Math.floor(Date.now() / 1000);
  await receive(page, await tokenSignedWith(page, secret, { exp: now + 120 }), '200');
  await page.user.click(inspector().getByRole('button', { name: 'What if…' }));
  expect(inspector().getByText(/Nothing is sent or signed/)).toBeTruthy();
  await page.user.click(inspector().getByRole('button', { name: '+5 min' }));
  const supposed = await inspector().findByRole('region', { name: 'Supposed outcome' });
  expect(supposed.textContent).toMatch(/^Hypothetical: if the clock stood at .*Refused: .*expired/);
  expect((await verdict()).textContent).toMatch(/^Trusted/);
  await page.user.click(inspector().getByRole('button', { name: 'As it really was' }));
  await page.user.selectOptions(inspector().getByRole('combobox', { name: 'Algorithm' }), 'HS512');
  await waitFor(() =>
    expect(inspector().getByRole('region', { name: 'Supposed outcome' }).textContent).toMatch(
      /if the channel used HS512Refused:/,
    ),
  );
  expect(page.called.filter((each) => each === 'replay')).toEqual([]);
});

test('a pasted curl command is examined from the keyboard, against the channel that is chosen', async () => {
  const page = await open();
  (document.activeElement as HTMLElement).blur();
  await page.user.keyboard('{Alt>}[KeyE]{/Alt}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Examine a token, curl, raw HTTP or HAR' }));
  await page.user.click(dialog.getByRole('button', { name: 'Examine' }));
  await waitFor(() => expect(dialog.getByRole('textbox').getAttribute('aria-invalid')).toBe('true'));
  const path = `/chatbot/hooks/${settings['botId'] as string}`;
  const curl = `curl http://127.0.0.1:4700${path} -H 'Authorization: Bearer ${await tokenSignedWith(page, `"${secret}"`)}' -d '{}'`;
  await page.user.click(dialog.getByRole('textbox'));
  await page.user.paste(curl);
  await page.user.click(dialog.getByRole('button', { name: 'Examine' }));
  const outcome = await dialog.findByRole('region', { name: 'Outcome' });
  expect(outcome.textContent).toMatch(/^Refused: .*quotes/);
  expect(dialog.getByRole('region', { name: 'Cause' }).textContent).toContain('jwt.secret.quoted');
  expect(dialog.getByRole('region', { name: 'Token' }).textContent).toContain('u-9');
  expect(page.store.getState().session?.exchangeCount).toBe(0);
  await page.user.type(dialog.getByRole('textbox'), ' ');
  expect(dialog.queryByRole('region', { name: 'Outcome' })).toBeNull();
});

test('what cannot be read as a request says why', async () => {
  const page = await open();
  await page.user.click(screen.getByRole('button', { name: 'Examine a pasted token or request' }));
  const dialog = within(await screen.findByRole('dialog'));
  await page.user.type(dialog.getByRole('textbox'), 'curl -d x');
  await page.user.click(dialog.getByRole('button', { name: 'Examine' }));
  expect((await dialog.findByRole('alert')).textContent).toMatch(/address|URL/i);
});

test('a token is made of a preset or of written claims, and is only in its dialog', async () => {
  const page = await open();
  await page.user.click(screen.getByRole('button', { name: /^Channel: / }));
  await page.user.click(await screen.findByRole('menuitem', { name: 'Make a token…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Make a token of Kore.ai demo' }));
  const made = () => dialog.findByRole('region', { name: 'Token' });
  expect((await made()).textContent).toMatch(/Authorization: Bearer eyJ.*A token is a secret/i);
  await page.user.selectOptions(dialog.getByRole('combobox', { name: 'Preset' }), 'no-expiry');
  expect((await dialog.findByText('There is no exp: the token never expires.')).textContent).toBeTruthy();
  const claims = dialog.getByRole('textbox', { name: 'Claims' });
  await page.user.clear(claims);
  await page.user.paste('{"sub": "mine",}');
  expect(dialog.getByText(/^Line 1, column/)).toBeTruthy();
  expect(dialog.queryByRole('region', { name: 'Token' })).toBeNull();
  await page.user.clear(claims);
  await page.user.paste('{"sub": "mine"}');
  const payload = btoa('{"sub":"mine"}').replaceAll('=', '');
  await waitFor(async () => expect((await made()).textContent).toContain(`.${payload}.`));
  await page.user.keyboard('{Escape}');
  expect(document.body.innerHTML).not.toContain(payload);
  expect(JSON.stringify(page.store.getState())).not.toContain(payload);
});

test('a compared text is put right and sent, and is not shown beside the one that was refused', async () => {
  const page = await open();
  const chatlayer = platforms.find(({ id }) => id === 'chatlayer');
  const example = chatlayer?.examples.find(({ end, expect }) => end === 'platform' && expect.verdict === 'trusted');
  const accessToken = chatlayer?.demo.settings['accessToken'];
  if (!example || typeof accessToken !== 'string') throw new Error('The fixture lost its request.');
  const headers = example.request.headers.map(([name, value]): readonly [string, string] =>
    name.toLowerCase() === 'authorization' ? [name, value.toUpperCase()] : [name, value],
  );
  const request = { ...example.request, headers, origin: 'http://127.0.0.1:4700', timeLimit: 5 };
  await page.world.outbound.send(request, () => undefined);
  await page.user.click((await screen.findAllByRole('option', { name: /, 401, / }))[0] as HTMLElement);
  await page.user.click(within(await verdict()).getByRole('button', { name: 'Put it right and send' }));
  const note = await replayNote('now 200, trusted');
  expect(note.textContent).toContain('••••••');
  expect(document.body.innerHTML).not.toContain(accessToken);
});
