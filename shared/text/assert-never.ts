/** Ends a switch over a union: the compiler refuses a case that was forgotten, and a value that lies about its type is named. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
};
