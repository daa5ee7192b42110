import type { Dictionary } from '../words.ts';

export const names: Dictionary['names'] = {
  ends: { platform: '플랫폼', app: '앱' },
  end: { platform: (platform) => `${platform} 측`, app: () => '앱 측' },
  voices: { user: '사용자', bot: '봇', agent: '상담원' },
};
