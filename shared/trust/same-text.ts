/**
 * Whether two texts are the same, in a time that depends on the length of the first one only. `===` stops at the first character that
 * differs, so its time tells a patient caller how much of a secret was right (CWE-208); the ends that we play are read as samples of
 * how to do it. The engine may still optimise as it likes: this is the best that a language without constant-time promises can do.
 * What looks into a refusal afterwards, to tell a person why, takes the time that it takes.
 */
export const sameText = (given: string, secret: string): boolean => {
  let difference = given.length ^ secret.length;
  // Past the end of the secret `charCodeAt` is NaN, which counts as 0: the lengths have told by then.
  for (let index = 0; index < given.length; index += 1)
    difference |= given.charCodeAt(index) ^ secret.charCodeAt(index);
  return difference === 0;
};
