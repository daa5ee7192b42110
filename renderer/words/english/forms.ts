/** A form that is a body, by its fields; and pictures in a body. */
export const forms = {
  fields: 'Fields of the form',
  parts: 'Parts of the form',
  name: 'Name',
  value: 'Value',
  nameless: 'without a name',
  copy: (name: string) => `Copy ${name}`,
  asItCame: 'As it came:',
  more: 'There are more fields than are shown here: Source has all of them.',
  cut: (letters: string) => `The first ${letters} characters.`,
  binary: (from: number, to: number) => `Not text: bytes ${String(from)} to ${String(to)} of the body, see Hex.`,
};
