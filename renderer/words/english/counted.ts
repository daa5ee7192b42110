const rules = new Intl.PluralRules('en');
const whole = new Intl.NumberFormat('en');

/** A number and what it counts: `counted(2, { one: 'defect', other: 'defects' })` is `2 defects`. */
export const counted = (count: number, forms: { readonly one: string; readonly other: string }): string =>
  `${whole.format(count)} ${rules.select(count) === 'one' ? forms.one : forms.other}`;
