import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/shell.ts';
import type { Language } from '#shared/session/language.ts';

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

/** The commands of the menu in Korean; the page has the same words in its own dictionary. */
const commands: Readonly<Record<MenuCommand, string>> = {
  'new-channel': '채널 추가…',
  'new-conversation': '새 사용자',
  'open-file': '열기…',
  'import-traffic': '가져오기…',
  'export-traffic': '내보내기…',
  'show-settings': '설정…',
  'undo-removal': '삭제한 항목 되돌리기',
  'search-traffic': '트래픽 검색',
  'clear-traffic': '트래픽 지우기',
  'show-palette': '검색 또는 명령 실행',
  'wide-traffic': '트래픽 넓게 보기',
  'list-channels': '채널 목록',
  'zoom-in': '확대',
  'zoom-out': '축소',
  'zoom-reset': '원래 크기',
  'theme-system': '시스템 설정',
  'theme-light': '밝게',
  'theme-dark': '어둡게',
  'theme-contrast': '고대비',
  'demo-mode': '데모 모드',
  'focus-composer': '메시지',
  'focus-traffic': '트래픽',
  'focus-inspector': '인스펙터',
  'next-part': '화면의 다음 영역',
  'previous-part': '화면의 이전 영역',
  'examine-text': '토큰이나 요청 분석…',
  'show-shortcuts': '키보드 단축키',
};

/** The menus by their English labels. */
const menus: Readonly<Record<string, string>> = {
  '&File': '파일(&F)',
  '&Edit': '편집(&E)',
  '&View': '보기(&V)',
  '&Go': '이동(&G)',
  '&Help': '도움말(&H)',
  Theme: '테마',
  'Open recent': '최근 파일 열기',
  'No recent files': '최근 파일 없음',
  'Clear recent files': '최근 파일 목록 지우기',
};

/** What every desktop app has; Electron says it in English only. */
const roles: Readonly<Partial<Record<Role, string>>> = {
  about: 'Hookbench 정보',
  services: '서비스',
  hide: 'Hookbench 가리기',
  hideOthers: '기타 가리기',
  unhide: '모두 보기',
  quit: 'Hookbench 종료',
  undo: '실행 취소',
  redo: '다시 실행',
  cut: '잘라내기',
  copy: '복사',
  paste: '붙여넣기',
  delete: '삭제',
  selectAll: '모두 선택',
  minimize: '최소화',
  zoom: '확대/축소',
  front: '모두 앞으로 가져오기',
  close: '창 닫기',
  togglefullscreen: '전체 화면',
  reload: '새로 고침',
  toggleDevTools: '개발자 도구',
};

const line: Item = { type: 'separator' };
const itemsOf = (...wanted: readonly (Role | null)[]): Item[] =>
  wanted.map((role) => (role === null ? line : { role }));

/** The menus that Electron would fill by itself, filled here: what it puts in them has no words but English ones. */
const filled = (role: Role, isMac: boolean): Item | null => {
  if (role === 'appMenu') {
    const submenu = itemsOf('about', null, 'services', null, 'hide', 'hideOthers', 'unhide', null, 'quit');
    return { label: 'Hookbench', submenu };
  }
  if (role !== 'windowMenu') return null;
  const submenu = isMac ? itemsOf('minimize', 'zoom', null, 'front') : itemsOf('minimize', 'zoom', 'close');
  return { label: '창(&W)', submenu };
};

const isCommand = (id: string): id is MenuCommand => Object.hasOwn(commands, id);

const labelOf = ({ id, role, label }: Item): string | undefined => {
  if (id !== undefined && isCommand(id)) return commands[id];
  if (label !== undefined) return menus[label] ?? label;
  return role === undefined ? undefined : roles[role];
};

/** A menu in the language that the bench speaks. */
export const spokenMenu = (
  template: readonly Item[],
  language: Language,
  platform: NodeJS.Platform,
): readonly Item[] => {
  if (language === 'en') return template;
  const isMac = platform === 'darwin';
  return template.map((given): Item => {
    const item = (given.role === undefined ? null : filled(given.role, isMac)) ?? given;
    const label = labelOf(item);
    return {
      ...item,
      // A Mac has no keys for the names of menus.
      ...(label === undefined ? {} : { label: isMac ? label.replace(/\(&\w\)$/, '') : label }),
      ...(Array.isArray(item.submenu) ? { submenu: [...spokenMenu(item.submenu, language, platform)] } : {}),
    };
  });
};
