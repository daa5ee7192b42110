import { botScripts } from '#shared/bot/bot-scripts.ts';
import { platforms } from '#shared/platforms/registry.ts';

/** What is not ours to translate: what was on the wire, what a bot or its platform says, and what is marked as English. */
const foreign = [
  'code, pre, kbd, article, option, textarea, input, .cm-editor, [lang="en"], [translate="no"]',
  '[role="group"][aria-label="예시 메시지"] > button',
  '[role="status"][aria-label="새 소식"]',
].join();

/** Words that Korean writes in Latin letters too, and names. */
const names = [
  ...platforms.flatMap(({ name, modes }) => [name, ...modes.map(({ title }) => title)]),
  ...botScripts.flatMap(({ name, rules }) => [name, ...rules.flatMap((rule) => rule.name ?? [])]),
  'Hookbench',
];
const common =
  /\bu-[0-9a-f]{8}\b|\b\d*(?:HTTP|HTTPS|JSON|JWT|HAR|URL|TLS|RFC|ID|MB|KB|ms|curl|Alt|Shift|Ctrl|Enter|Esc|English|Language|demo|POST|GET|hi|help)\b/g;

const withoutNames = (text: string): string =>
  names
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, name) => left.replaceAll(name, ''), text)
    .replaceAll(common, '')
    // The user of a demonstration.
    .replaceAll(/\bu-[0-9a-f]{8}\b/g, '');

const spoken = ['aria-label', 'title', 'placeholder', 'alt'] as const;

/** The texts in Latin words that a person would read or hear below an element: no Korean around them, and no names. */
export const latinIn = (root: Element): readonly string[] => {
  const texts: string[] = [];
  const walk = (element: Element): void => {
    if (element.matches(foreign)) return;
    // The tooltip of a row is its address and its verdict.
    if (element.role !== 'option') for (const name of spoken) texts.push(element.getAttribute(name) ?? '');
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.textContent ?? '');
      else if (child instanceof Element) walk(child);
    }
  };
  walk(root);
  return texts.filter((text) => !/\p{Script=Hangul}/u.test(text) && /[A-Za-z]{2,}/.test(withoutNames(text)));
};
