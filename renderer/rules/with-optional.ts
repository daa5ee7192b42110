/** The same with a text that may be absent: an empty one is. */
export const withOptional = <Whole extends object>(whole: Whole, name: keyof Whole & string, text: string): Whole => {
  const rest = Object.fromEntries(Object.entries(whole).filter(([each]) => each !== name));
  return (text === '' ? rest : { ...rest, [name]: text }) as Whole;
};
