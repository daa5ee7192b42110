import type { Json, JsonObject } from '#shared/text/json.ts';
import { listIn, objectIn, textIn } from './wire.ts';

const v4Button = (button: Json): Json => {
  const { action, ...rest } = objectIn(button);
  const url = textIn(objectIn(objectIn(action)['attributes'])['url']) || textIn(rest['url']);
  return { ...rest, url };
};

/** A message as v4 has it: `root` instead of `rootMessageId`, and plain buttons. */
export const v4Message = (message: JsonObject): JsonObject => {
  const { rootMessageId, buttons, ...rest } = message;
  return {
    ...rest,
    root: rootMessageId ?? textIn(message['id']),
    ...(buttons === undefined ? {} : { buttons: listIn(buttons).map(v4Button) }),
  };
};
