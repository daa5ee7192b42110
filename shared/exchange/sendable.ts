// RFC 9110 §5.6.2; §5.5 with what a line may hold at all: anything but a line end can be sent, and a test bench should.
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const requestTarget = /^[\x21-\x7e\x80-\xff]+$/;

/** Whether this is the name of a header or a method (RFC 9110 §5.1, §9.1). */
export const isToken = (text: string): boolean => token.test(text);

/** Whether a header line can hold this value: one character is one byte (RFC 9110 §5.5). */
export const isFieldValue = (text: string): boolean => fieldValue.test(text);

/** Whether a request line can hold this target (RFC 9112 §3.2). */
export const isRequestTarget = (text: string): boolean => requestTarget.test(text);
