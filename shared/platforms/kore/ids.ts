/** A UUID in the shape of the vendor's samples, whose third group begins with 5. */
export const koreUuid = (uuid: string): string => `${uuid.slice(0, 14)}5${uuid.slice(15)}`;

const hex = (uuid: string): string => uuid.replaceAll('-', '');

/** `ms-` and a UUID. */
export const messageIdOf = (uuid: string): string => `ms-${koreUuid(uuid)}`;

/** 32 lower-case hex digits. */
export const pollIdOf = (uuid: string): string => hex(uuid);

/** 24 hex digits, as platform records have it. The end of the UUID is taken: ids that count up differ there. */
export const sessionIdOf = (uuid: string): string => hex(uuid).slice(-24);

/** `RTM-TRACE-` and nine upper-case letters or digits. */
export const traceIdOf = (uuid: string): string => `RTM-TRACE-${hex(uuid).slice(-9).toUpperCase()}`;
