/** The bytes of an exchange. */
export const raw = {
  of: { request: 'Bytes of the request', response: 'Bytes of the response' },
  parts: 'Whose bytes',
  part: (from: string, to: string) => `${from} to ${to}`,
  showAs: 'Show the bytes as',
  looks: { hex: 'Hex', text: 'Text' },
  head: 'Head',
  headHint:
    'Put together from the lines that were kept: white space around values, and how the body was chunked, were not.',
  cut: (shown: string) => `The first ${shown} as text; hex shows all.`,
  copy: { request: 'Copy the bytes of the request as text', response: 'Copy the bytes of the response as text' },
  offset: 'Offset',
  offsetExample: '0x1000',
  goTo: 'Go there',
  before: 'Part before',
  next: 'Next part',
};
