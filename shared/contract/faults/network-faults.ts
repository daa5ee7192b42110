/** What the network and the system refuse. */
export const networkFaults = {
  'port.taken': {
    message: 'Port {port} on {host} is already in use by another program.',
    next: 'Use the next free port, {free}, or stop the other program.',
  },
  'port.refused': {
    message: 'The system does not let Hookbench listen on {host}:{port} ({reason}).',
    next: 'Choose a port above 1023.',
  },
  'listening.off': {
    message: 'Hookbench is not listening, so nobody plays the platform end.',
    next: 'Start listening, then send the message again.',
  },
  'target.unresolved': {
    message: 'The name {host} could not be resolved.',
    next: 'Check the spelling of the host, and that this machine has a network.',
  },
  'target.refused': {
    message: 'Nothing listens on {host}.',
    next: 'Start the server there, or correct the host and port.',
  },
  'target.unreachable': { message: '{host} cannot be reached ({reason}).', next: 'Check the network and the address.' },
  'target.reset': {
    message: '{host} closed the connection before it answered.',
    next: 'Look at the log of that server: it ended the connection itself.',
  },
  'target.tls': {
    message: 'The TLS connection to {host} failed: {reason}.',
    next: 'Check the certificate of that server, or use http:// for a local one.',
  },
  'target.timeout': {
    message: '{host} did not answer within {seconds} s.',
    next: 'Raise the time limit of the channel, or look at what that server is doing.',
  },
  'target.invalid': {
    message: '{url} is not an address that a request can be sent to.',
    next: 'Use http:// or https://, a host and a path.',
  },
  'target.garbled': {
    message: '{host} answered something that is not HTTP ({reason}).',
    next: 'Check that the port is that of an HTTP server.',
  },
  'target.failed': {
    message: 'The request to {host} failed: {reason}.',
    next: 'Send it again; if it stays, look at the log of that server.',
  },
} as const;
