import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { nothingRemembered } from '#renderer/store/remember.ts';
import { fault } from '#shared/contract/fault.ts';
import { platforms } from '#shared/platforms/registry.ts';
import { foreignRequests } from './foreign-requests.ts';
import { latinIn } from './latin-words.ts';
import { openPage, type OpenedPage } from './open-page.tsx';

/** The page as somebody sees it who chose Korean before. */
const openKorean = async (options?: Parameters<typeof openPage>[0]): Promise<OpenedPage> => {
  localStorage.setItem('hookbench.view', JSON.stringify({ ...nothingRemembered, language: 'ko' }));
  const opened = await openPage(options);
  await opened.harness.changeSettings({ language: 'ko' });
  return opened;
};

const composer = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: '메시지' });
const dialog = (name: string) => screen.findByRole('dialog', { name });

test('the language that is chosen in the settings is spoken at once, everywhere, and at the next visit', async () => {
  const { user, store, close } = await openPage();
  await user.click(await screen.findByRole('button', { name: 'Settings' }));
  expect(document.documentElement.lang).toBe('en');
  await user.selectOptions(screen.getByLabelText('Language'), '한국어');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: '채널' });
  expect(document.documentElement.lang).toBe('ko');
  expect(store.getState().session?.settings.language).toBe('ko');
  close();
  // The wire is slow this time: what is remembered speaks already.
  await openPage({ isSilent: true });
  expect(document.documentElement.lang).toBe('ko');
  expect(screen.getByRole('status', { name: 'Hookbench에 연결하는 중' })).toBeTruthy();
});

test('the main screen holds no Latin word but names, keys and what was on the wire', async () => {
  const { user } = await openKorean();
  await user.type(await composer(), 'hi{Enter}');
  await screen.findByRole('article', { name: /Mia/ }, { timeout: 10_000 });
  await waitFor(() => expect(screen.getByRole('option').getAttribute('aria-label')).toContain('신뢰됨, 루프백'));
  expect(latinIn(document.body)).toEqual([]);
});

test('the inspector and its parts are Korean; what the verdict says is marked as English', async () => {
  const { user, world } = await openKorean();
  const [, wrongSecret] = await foreignRequests(world.tokens);
  if (!wrongSecret) throw new Error('The fixture lost its request.');
  await world.outbound.send(wrongSecret, () => undefined);
  await user.click(await screen.findByRole('option', { name: /401, 거부됨, 수신/ }));
  const verdict = await screen.findByRole('region', { name: '판정' });
  expect(verdict.textContent).toMatch(/^거부됨: the signature does not match.*해결 방법:/);
  for (const name of ['신뢰', '요청', '응답', '시간']) {
    await user.click(screen.getByRole('tab', { name }));
    await waitFor(() => expect(screen.queryByRole('status', { name: '교환을 읽는 중' })).toBeNull());
    expect([name, latinIn(document.body)]).toEqual([name, []]);
  }
});

test('every part of every channel is Korean around what its platform says', async () => {
  const { user } = await openKorean();
  for (const { name } of platforms) {
    await user.click(await screen.findByRole('button', { name: `${name} demo 편집` }));
    for (const part of ['연결', '점검', '환경', '응답 규칙', '봇', '결함', '설정']) {
      const tab = within(await dialog('채널')).queryByRole('tab', { name: new RegExp(`^${part}`) });
      if (!tab) continue;
      await user.click(tab);
      await waitFor(() => expect(screen.queryByRole('status', { name: '체크리스트를 읽는 중' })).toBeNull());
      expect([name, part, latinIn(document.body)]).toEqual([name, part, []]);
    }
    await user.keyboard('{Escape}');
  }
}, 30_000);

test('rules and bots are Korean around what they say', async () => {
  const { user } = await openKorean();
  await user.click(await screen.findByRole('button', { name: /^답하는 봇|응답/ }));
  await user.click(await screen.findByRole('menuitem', { name: '봇과 규칙…' }));
  const bots = within(await dialog('봇'));
  await user.type(bots.getByRole('textbox', { name: '시험하기' }), 'balance');
  expect(latinIn(document.body)).toEqual([]);
  await user.click(bots.getByRole('button', { name: '새 봇' }));
  await bots.findByRole('button', { name: '봇 저장' });
  await waitFor(() => expect(latinIn(document.body)).toEqual([]));
}, 30_000);

test('the other dialogs are Korean', async () => {
  const { user } = await openKorean();
  const show = async (button: string, name: string) => {
    await user.click(await screen.findByRole('button', { name: button }));
    expect([name, latinIn(await dialog(name))]).toEqual([name, []]);
    await user.keyboard('{Escape}');
  };
  await show('설정', '설정');
  await show('키보드 단축키', '키보드 단축키');
  await show('채널 추가', '채널');
  await show('토큰, curl, 원시 HTTP, HAR 분석', '토큰, curl, 원시 HTTP, HAR 분석');
  await user.click(await screen.findByRole('button', { name: /^채널: / }));
  await user.click(await screen.findByRole('menuitem', { name: '토큰 만들기…' }));
  await screen.findByRole('button', { name: '토큰 복사' });
  expect(latinIn(document.body)).toEqual([]);
});

test('what the world refuses is told in Korean, and so is what is wrong with an input', async () => {
  const page = await openKorean({ takenPort: 4700 });
  expect((await screen.findByRole('alert')).textContent).toContain('포트 4700번을 다른 프로그램이 이미 사용하고');
  expect(screen.getByRole('button', { name: '포트 4701 사용' })).toBeTruthy();
  page.refuse('startConversation', fault('channel.unknown', { channel: 'Acme' }));
  await page.user.click(screen.getByRole('button', { name: '새 사용자' }));
  await waitFor(() => expect(screen.getAllByRole('alert').at(-1)?.textContent).toContain('Acme 채널이 없습니다.'));
  await page.user.click(screen.getByRole('button', { name: '설정' }));
  await page.user.clear(screen.getByLabelText('본문 크기 제한'));
  await page.user.type(screen.getByLabelText('본문 크기 제한'), 'many');
  await page.user.click(screen.getByRole('button', { name: '저장' }));
  await within(await dialog('설정')).findByText('숫자를 입력해야 합니다.', { exact: false });
  await page.user.clear(screen.getByLabelText('본문 크기 제한'));
  await page.user.type(screen.getByLabelText('본문 크기 제한'), '0');
  await page.user.click(screen.getByRole('button', { name: '저장' }));
  await within(await dialog('설정')).findByText(/이상이어야 합니다/);
});

test('the palette, the list of shortcuts and a demonstration are Korean', async () => {
  const { user } = await openKorean();
  await user.type(await composer(), 'hi{Enter}');
  await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: '검색 또는 명령 실행' }), 'theme dark');
  expect((await screen.findAllByRole('option'))[0]?.textContent).toMatch(/^테마: 어둡게/);
  await user.keyboard('{Escape}');
  (document.activeElement as HTMLElement).blur();
  await user.keyboard('?');
  expect(latinIn(await dialog('키보드 단축키'))).toEqual([]);
  await user.keyboard('{Escape}');
  await user.keyboard('{Alt>}d{/Alt}');
  const demo = await dialog('데모 모드');
  await within(demo).findByText('메시지 2개');
  expect(latinIn(demo)).toEqual([]);
  await user.click(within(demo).getByRole('button', { name: '시작' }));
  demo.focus();
  await user.keyboard('{ArrowRight}nw');
  await within(demo).findByText(/^헤더: 요청$/);
  expect(latinIn(demo)).toEqual([]);
});
