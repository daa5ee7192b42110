// Globals that every JavaScript runtime has and ES2023's own lib does not name. Nothing else from outside exists here.
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes?: Uint8Array): string;
}
declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | [string, string][]);
  get(name: string): string | null;
  has(name: string): boolean;
  append(name: string, value: string): void;
  set(name: string, value: string): void;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
/** Only as much as it takes to read a form (https://fetch.spec.whatwg.org/#body-mixin). */
declare class Response {
  constructor(body: Uint8Array<ArrayBuffer>, options: { headers: Record<string, string> });
  formData(): Promise<Iterable<[string, FormEntry]>>;
}
type FormEntry = string | { readonly name: string; readonly type: string; arrayBuffer(): Promise<ArrayBuffer> };
