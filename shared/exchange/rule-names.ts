/** The names of the rules that acted on one exchange, each once, as its summary has them; empty where there is none. */
export const joinedRules = (...names: readonly string[]): string =>
  names.every((each) => each === '') ? '' : [...new Set(names)].filter((each) => each !== '').join(', ');
