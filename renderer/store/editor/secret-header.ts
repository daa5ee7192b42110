import { credentialsOfHeader } from '../inspect/credentials.ts';

const credentialNames =
  /^(?:proxy-)?authorization$|^(?:set-)?cookie$|(?:^|-)(?:token|secret|password|api-?key|access-key)$/i;
/** A scheme and nothing but a variable behind it: what it stands for is not on the screen. */
const onlyVariable = /^\s*(?:\S+\s+)?\{\{[^{}]*\}\}\s*$/;

/**
 * Whether the value of a header line is a credential, which nobody behind a shoulder is to read. `credentials`: where those of the channel
 * stand, as findings name places.
 */
export const isSecretHeader = (
  { name, value }: { readonly name: string; readonly value: string },
  credentials: readonly string[],
): boolean =>
  value !== '' &&
  !onlyVariable.test(value) &&
  (credentialNames.test(name) ||
    credentialsOfHeader([name, value]).length > 0 ||
    credentials.some((each) => each.toLowerCase() === `header ${name.toLowerCase()}`));
