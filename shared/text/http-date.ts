import { dayLength, dayOf } from '#shared/text/iso-time.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const fixed = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

/**
 * Milliseconds since 1970 of an HTTP date in the form that has to be sent: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 §5.6.7). Null for
 * the two obsolete forms and for anything else. The day of the week is not compared; a leap second is the second after it.
 */
export const readHttpDate = (text: string): number | null => {
  const found = fixed.exec(text.trim());
  if (!found) return null;
  const [, day = '', month = '', year = '', hours = '', minutes = '', seconds = ''] = found;
  const days = dayOf(Number(year), months.indexOf(month) + 1, Number(day));
  if (days === null || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  return days * dayLength + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
};
