/** What the keyboard can do, a line of the list each. */
export const shortcuts = {
  send: 'Send the message',
  'new-line': 'New line in the message',
  move: 'Move in a list or between bubbles',
  'show-exchange': 'On a bubble: show its exchange',
};
