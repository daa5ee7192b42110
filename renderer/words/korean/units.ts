import type { Dictionary } from '../words.ts';

export const units: Dictionary['units'] = {
  milliseconds: (digits) => `${digits}ms`,
  seconds: (digits) => `${digits}초`,
  bytes: (digits) => `${digits}바이트`,
  kilobytes: (digits) => `${digits}KB`,
  megabytes: (digits) => `${digits}MB`,
};
