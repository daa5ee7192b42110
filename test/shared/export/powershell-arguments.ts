/**
 * What a program gets from a command of PowerShell with `PSNativeCommandArgumentPassing = 'Legacy'`: words in single quotes are taken
 * apart (about_Quoting_Rules), put into one command line, in quotation marks where there is white space, and that is read by the rules of
 * Microsoft's C runtime.
 */
export const legacyArguments = (script: string): readonly string[] => {
  const command = script.slice(script.indexOf('curl.exe')).replaceAll('`\n', ' ');
  const words = Array.from(command.matchAll(/'((?:[^']|'')*)'|(\S+)/g), ([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll("''", "'"),
  ).slice(1);
  return parsed(words.map((each) => (/\s/.test(each) ? `"${each}"` : each)).join(' '));
};

const parsed = (line: string): readonly string[] => {
  const words: string[] = [];
  let word = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (sign === '\\') {
      const run = /^\\+/.exec(line.slice(at))?.[0].length ?? 1;
      const isBefore = line.charAt(at + run) === '"';
      word += '\\'.repeat(isBefore ? Math.floor(run / 2) : run);
      at += run - 1;
      if (isBefore && run % 2 === 1) {
        word += '"';
        at += 1;
      }
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ' ' && !isQuoted) {
      words.push(word);
      word = '';
    } else word += sign;
  }
  return [...words, word];
};
