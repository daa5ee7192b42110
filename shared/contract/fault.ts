/** Every way in which the world can refuse us something: one code, one sentence, one next step. `{x}` is filled in. */
export const faultTemplates = {
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
  'request.withheld': {
    message: 'This request was not sent. {reason}.',
    next: 'Nothing went out. Look at the switches and settings of the channel that are named.',
  },
  'request.unsendable': {
    message: 'This request cannot be sent as it is: {reason}.',
    next: 'Change the header or method that is named.',
  },
  'store.full': {
    message: 'The disk is full: exchanges are kept in memory only.',
    next: 'Free some space; Hookbench writes them as soon as it can.',
  },
  'store.failed': {
    message: 'The exchange store cannot write: {reason}.',
    next: 'Check the folder {folder}; exchanges are kept in memory until it works.',
  },
  'store.newer': {
    message: 'The data in {folder} was written by a newer Hookbench.',
    next: 'Update Hookbench, or choose another folder with --data.',
  },
  'data.locked': {
    message: 'Another Hookbench (process {pid}) is using {folder}.',
    next: 'Use that one, stop it, or choose another folder with --data.',
  },
  'data.unreadable': {
    message: '{file} cannot be read: {reason}.',
    next: 'Mend the file or move it away; Hookbench has not changed it.',
  },
  'data.refused': {
    message: 'The system does not let Hookbench use {file}: {reason}.',
    next: 'Check who may write there and whether its disk has room, or choose another folder with --data.',
  },
  'secrets.sealed': {
    message: 'The secrets in {folder} were sealed by the desktop app and cannot be opened here.',
    next: 'Start the desktop app, or choose another folder with --data.',
  },
  'channel.unknown': {
    message: 'There is no channel {channel}.',
    next: 'List the channels and use one of their names.',
  },
  'conversation.unknown': {
    message: 'There is no such conversation any more.',
    next: 'Start a new one on the channel.',
  },
  'exchange.unknown': {
    message: 'There is no exchange #{id} any more.',
    next: 'It may have been cleared or removed by the retention limit.',
  },
  'turn.over': {
    message: 'Nobody is waiting for this answer any more.',
    next: 'The time limit of the platform ran out, or the caller went away; wait for the next message.',
  },
  'end.absent': {
    message: 'Hookbench does not play the {end} end of {channel}.',
    next: 'Turn that end on in the settings of the channel.',
  },
  'voice.absent': {
    message: '{channel} has no way to speak as the {voice} as it is set up now.',
    next: 'Choose another voice, or turn on the end that sends it in the settings of the channel.',
  },
  'gesture.unknown': {
    message: '{channel} cannot do that as the {voice}: {gesture}.',
    next: 'Choose one of the things that the composer offers.',
  },
  'setup.unknown': {
    message: 'The checklist of {channel} has no step {step}.',
    next: 'Open the checklist again: the settings of the channel have changed.',
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
  'remedy.over': {
    message: 'There is nothing to mend in this way any more.',
    next: 'Look at the channel again: what was wrong has changed.',
  },
  'credential.absent': {
    message: '{channel} asks for no credential as it is set up now, so there is nothing to judge.',
    next: 'Choose another channel, or paste the whole request.',
  },
  'mint.absent': {
    message: '{channel} has no signed tokens.',
    next: 'Choose a channel whose platform asks for a JWT; this one compares a text.',
  },
  'command.unknown': {
    message: 'There is no command {command}.',
    next: 'The page and the server are of different versions: reload.',
  },
  'input.invalid': { message: '{problem}', next: 'Correct it and try again.' },
  'wire.lost': {
    message: 'The connection to Hookbench was lost.',
    next: 'Check that it is still running; the page reconnects by itself.',
  },
  'wire.refused': {
    message: 'Hookbench refused this page: {reason}.',
    next: 'Open the URL that Hookbench printed when it started.',
  },
  bug: {
    message: 'Hookbench made a mistake (incident {incident}).',
    next: 'Nothing was lost. The log holds the details under that number.',
  },
} as const;

export type FaultCode = keyof typeof faultTemplates;

/** One thing wrong in an input, by JSON Pointer (RFC 6901): `/settings/botId`. */
export type InputIssue = { readonly path: string; readonly message: string };

/** A refusal as data: what happened and where (`message`), what to do (`next`), and for bad input what is wrong by path. */
export type Fault = {
  readonly code: FaultCode;
  readonly message: string;
  readonly next: string;
  /** Values a screen can act on, such as the next free port. Never a secret. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly issues?: readonly InputIssue[];
};

const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Makes a fault from its code and the values that its sentences name. */
export const fault = (
  code: FaultCode,
  values: Readonly<Record<string, string | number>> = {},
  issues?: readonly InputIssue[],
): Fault => ({
  code,
  message: fill(faultTemplates[code].message, values),
  next: fill(faultTemplates[code].next, values),
  values,
  ...(issues ? { issues } : {}),
});

/** A fault on its way up: thrown where the world refused, caught at the tops, crossing the wire as data. */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';
  readonly fault: Fault;

  constructor(refused: Fault, options?: { cause?: unknown }) {
    super(refused.message, options);
    this.fault = refused;
  }
}
