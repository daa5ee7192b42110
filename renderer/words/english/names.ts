/** What the words of the product are called where they stand for themselves. */
export const names = {
  ends: { platform: 'platform', app: 'app' },
  /** An end of a channel of this platform, in a sentence. */
  end: { platform: (platform: string) => `${platform} end`, app: (_platform: string) => 'app end' },
  voices: { user: 'user', bot: 'bot', agent: 'agent' },
};
