const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Lays JSON text out on lines, two spaces deep per level. Only white space between tokens changes: numbers, escapes, duplicate keys
 * and their order stay the text that came. Give it valid JSON; other text comes back with its tokens in order.
 */
export const prettyJson = (text: string): string => {
  const tokens = text.match(token) ?? [];
  const out: string[] = [];
  let depth = 0;
  const newLine = () => out.push('\n', '  '.repeat(Math.min(depth, 100)));
  for (const [index, each] of tokens.entries()) {
    const before = tokens[index - 1];
    if (each === '{' || each === '[') {
      out.push(each);
      depth += 1;
      if (tokens[index + 1] !== (each === '{' ? '}' : ']')) newLine();
    } else if (each === '}' || each === ']') {
      depth = Math.max(0, depth - 1);
      if (before !== (each === '}' ? '{' : '[')) newLine();
      out.push(each);
    } else if (each === ',') {
      out.push(each);
      newLine();
    } else {
      out.push(each === ':' ? ': ' : each);
    }
  }
  return out.join('');
};

/** JSON text without the white space between its tokens, which stay the text that came. Give it valid JSON. */
export const compactJson = (text: string): string => (text.match(token) ?? []).join('');
