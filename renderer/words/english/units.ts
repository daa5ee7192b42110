/** Amounts with their unit; the digits are written by Intl already. */
export const units = {
  milliseconds: (digits: string) => `${digits} ms`,
  seconds: (digits: string) => `${digits} s`,
  bytes: (digits: string) => `${digits} B`,
  kilobytes: (digits: string) => `${digits} KB`,
  megabytes: (digits: string) => `${digits} MB`,
};
