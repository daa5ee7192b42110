/** How a trace is shown and searched for, wherever it is: `t17` is all that exchange 17 began. */
export const traceName = (traceId: number): string => `t${String(traceId)}`;
