/** What cannot be done with an exchange or a request. */
export const exchangeFaults = {
  'request.withheld': {
    message: 'This request was not sent. {reason}.',
    next: 'Nothing went out. Look at the switches and settings of the channel that are named.',
  },
  'request.unsendable': {
    message: 'This request cannot be sent as it is: {reason}.',
    next: 'Change the header or method that is named.',
  },
  'exchange.unknown': {
    message: 'There is no exchange #{id} any more.',
    next: 'It may have been cleared or removed by the retention limit.',
  },
  'exchange.cut': {
    message: 'Exchange #{id} was cut off, so its request is not whole.',
    next: 'Choose another one, or raise the body limit and let it come again.',
  },
  'replay.nowhere': {
    message: 'Exchange #{id} belongs to no channel, so there is nowhere to send it again.',
    next: 'Choose an exchange of a channel.',
  },
  'replay.unsigned': {
    message: 'Requests of this kind carry no credential on {channel}.',
    next: 'Send it again as it is.',
  },
  'burst.many': {
    message: 'There are {count} bursts running already.',
    next: 'Wait until one is over, or cancel it.',
  },
  'payload.unknown': {
    message: 'This saved request is not there any more.',
    next: 'Choose another one, or save it again.',
  },
  'shelf.full': {
    message: 'There is no room for another saved request: {reason}.',
    next: 'Remove some that are not needed any more.',
  },
} as const;
