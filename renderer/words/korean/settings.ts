import type { Dictionary, Translations } from '../words.ts';

export const settings: Dictionary['settings'] = {
  title: '설정',
  save: '저장',
  startedOnPort: (port) => `이번에는 포트 ${String(port)}에서 시작했습니다.`,
  thisHookbench: '이 Hookbench',
  dataFolder: '데이터 폴더',
  copyDataFolder: '데이터 폴더 경로 복사',
  secrets: '비밀 값',
  secretsKept: { sealed: '시스템이 암호화해 보관', file: '본인만 읽을 수 있는 파일에 보관' },
  version: '버전',
  versionIn: (version, shell) => `${version} (${shell})`,
  shells: { desktop: '데스크톱 앱', served: '브라우저 페이지' },
};

/** The settings of the bench, which carry English words of their own. */
export const benchSettings: Translations['settings'] = {
  port: { title: '포트', description: '웹훅을 받을 루프백 포트입니다. 0을 입력하면 비어 있는 포트를 사용합니다.' },
  bodyLimit: {
    title: '본문 크기 제한',
    description: '이보다 큰 요청에는 413으로 응답하고, 제한 크기까지만 보관합니다.',
  },
  keepExchanges: {
    title: '최대 보관 개수',
    description: '오래된 교환부터 삭제합니다. 비워 두면 모두 보관합니다.',
    unit: '건',
  },
  keepBytes: {
    title: '본문 보관 한도',
    description: '전체 본문의 합계입니다. 오래된 것부터 삭제합니다. 비워 두면 모두 보관합니다.',
  },
  durability: {
    title: '내구성',
    description:
      '보통: 프로그램이 비정상 종료되어도 응답한 교환은 잃지 않습니다. 최대: 정전이 되어도 잃지 않지만 더 느립니다.',
    choices: { normal: '보통', full: '최대' },
  },
  theme: { title: '테마', choices: { system: '시스템 설정', light: '밝게', dark: '어둡게', contrast: '고대비' } },
  language: { title: '언어(Language)', choices: { system: '시스템 설정', en: 'English', ko: '한국어' } },
};

export const settingGroups: Translations['settingGroups'] = {
  Receiving: '수신',
  Keeping: '보관',
  Appearance: '화면',
};
