import { joinedRules } from '#shared/exchange/rule-names.ts';
import type { Content } from '#shared/exchange/message.ts';
import type { SpokenMessage } from '#shared/platforms/dispatch.ts';

/** Which rule made words that an end keeps to hand them out later, to whoever polls: the very same objects come back. */
export class RuledWords {
  readonly #ruleOf = new WeakMap<Content, string>();

  readonly note = (contents: readonly Content[], rule: string): void => {
    if (rule !== '') for (const each of contents) this.#ruleOf.set(each, rule);
  };

  readonly ruleOf = (spoken: readonly SpokenMessage[]): string =>
    spoken.length === 0 ? '' : joinedRules(...spoken.map(({ content }) => this.#ruleOf.get(content) ?? ''));
}
