/** What a channel cannot do, or has no more. */
export const channelFaults = {
  'channel.unknown': {
    message: 'There is no channel {channel}.',
    next: 'List the channels and use one of their names.',
  },
  'conversation.unknown': {
    message: 'There is no such conversation any more.',
    next: 'Start a new one on the channel.',
  },
  'bot.unknown': {
    message: 'There is no bot {bot} among those that you have written.',
    next: 'Choose one of them; the bots that are built in cannot be removed.',
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
  'secret.absent': {
    message: '{channel} has no secret {setting} now.',
    next: 'Enter it in the settings of the channel, or switch to an environment that has it.',
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
} as const;
