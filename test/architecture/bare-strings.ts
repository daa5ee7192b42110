import { parseSync } from 'vite';

type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

/** What is read, heard, or handed to a part of ours that shows it. */
const speaking =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|words|verb|leave|unit|asItIs|supposing|note|heading|text)$/;

/** Words beside each other, or one with a capital: what nobody writes for a machine. */
const prose = /\p{L}{2,} \p{Ll}{2,}|\p{L}{2,} \p{L}{1,}[.:…]|^\p{Lu}\p{Ll}+[….:]?$/u;

/** What is the same in every language: keys of the keyboard, the name of the product, the selectors of elements. */
const names =
  /^(?:(?:Alt|Ctrl|Shift|Mod)(?:[+ ](?:[A-Z,]|Enter))?|Control|Meta|Plus|Key|Enter|Esc|Escape|Home|End|Tab|Delete|Hookbench|[#.[]\S.*)$/;
const letter = /\p{L}/u;

const nameOf = (node: Node): string => {
  const { name } = node;
  if (typeof name === 'string') return name;
  return isNode(name) && typeof name['name'] === 'string' ? name['name'] : '';
};

/** The text of a literal or of the fixed parts of a template; null where the node is neither. */
const textOf = (node: Node): string | null => {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null;
  if (node.type === 'JSXText') return String(node['value']);
  if (node.type !== 'TemplateElement') return null;
  return (node['value'] as { readonly cooked?: string | null }).cooked ?? '';
};

/** What a text is looked at as: shown at this very place, or somewhere in the code. */
type Place = 'shown' | 'code';

/** Where a literal is not shown: it is compared, looked up by, or handed to a function. */
const isForTheMachine = (node: Node): boolean =>
  /^(?:CallExpression|NewExpression|MemberExpression|BinaryExpression|ArrowFunctionExpression|ObjectExpression)$/.test(
    node.type,
  );

/**
 * Every text of a source file that a person would read or hear. Errors that only a programmer sees, imports and types may say what
 * they like.
 */
export const bareStringsIn = (path: string, source: string): readonly string[] => {
  const found: string[] = [];
  const look = (node: Node, place: Place): void => {
    if (/^(?:Import|ExportAll|TS(?!As|Satisfies|NonNull))/.test(node.type)) return;
    if (node.type === 'NewExpression' && isNode(node['callee']) && nameOf(node['callee']).endsWith('Error')) return;
    const text = textOf(node);
    if (text !== null && !names.test(text.trim()) && (place === 'shown' ? letter : prose).test(text))
      found.push(text.trim());
    for (const child of childrenOf(node)) look(child, placeOf(child, node, place));
  };
  look(parseSync(path, source).program as unknown as Node, 'code');
  return found;
};

const placeOf = (child: Node, parent: Node, place: Place): Place => {
  if (child.type === 'JSXText') return 'shown';
  if (parent.type === 'JSXAttribute')
    return speaking.test(nameOf(parent)) && child === parent['value'] ? 'shown' : 'code';
  if (child.type === 'JSXExpressionContainer') return 'shown';
  if (parent.type === 'JSXElement' || parent.type === 'JSXOpeningElement') return 'code';
  return isForTheMachine(parent) ? 'code' : place;
};
