/** What the keyboard can do, a line of the list each. */
export const shortcuts = {
  'new-conversation': 'New user: a new conversation',
  'focus-composer': 'Go to the message field',
  'focus-traffic': 'Go to the traffic list',
  'focus-inspector': 'Go to the inspector',
  'examine-text': 'Examine a token, curl, raw HTTP or HAR',
  'search-traffic': 'Search traffic',
  'next-part': 'Go to the next part of the screen',
  'previous-part': 'Go to the previous part of the screen',
  'show-settings': 'Open the settings',
  'show-shortcuts': 'Show this list',
  send: 'Send the message',
  'new-line': 'New line in the message',
  move: 'Move in a list or between bubbles',
  'show-exchange': 'On a bubble: show its exchange',
};
