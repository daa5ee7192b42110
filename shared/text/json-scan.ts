import { bareLength, decodedString, endOfString, kindOfBare, spaceLength } from '#shared/text/json-tokens.ts';
import type { JsonKind, JsonNode, JsonProblem, ScannedJson } from '#shared/text/json-node.ts';

type Open = { readonly index: number; readonly isObject: boolean; count: number; keys: Set<string> | null };
type Writable = { -readonly [Name in keyof JsonNode]: JsonNode[Name] };

const mostNodes = 500_000;
const mostProblems = 100;

/** Takes a text apart as JSON, one that is broken too: it goes on behind what it cannot read. A loop, not recursion: nesting has no limit. */
export const scanJson = (source: string): ScannedJson => new Scanner(source).run();

/** Guards the place in the text and what is open there. */
class Scanner {
  readonly #source: string;
  readonly #nodes: Writable[] = [];
  readonly #problems: JsonProblem[] = [];
  readonly #open: Open[] = [];
  #roots = 0;
  #at = 0;
  #expects: 'value' | 'key' | 'colon' | 'comma' = 'value';
  /** The object or array was opened just now, so that it may be closed at once. */
  #isFresh = false;
  #key: JsonNode['key'] = null;

  constructor(source: string) {
    this.#source = source;
  }

  run(): ScannedJson {
    const source = this.#source;
    this.#skipSpace();
    while (this.#at < source.length && this.#nodes.length < mostNodes) {
      const sign = source.charAt(this.#at);
      if (sign === '}' || sign === ']') this.#close(sign === '}');
      else if (sign === ',') this.#separate();
      else if (sign === ':') this.#takeColon();
      else this.#takeText(sign);
      this.#skipSpace();
    }
    const isCut = this.#at < source.length;
    if (!isCut) this.#tellEnd();
    while (this.#open.length > 0) this.#end(source.length);
    return { source, nodes: this.#nodes, problems: this.#problems, isCut };
  }

  #tellEnd(): void {
    const top = this.#open.at(-1);
    if (top) this.#tell(`the text ends before ${top.isObject ? 'an object' : 'an array'} is closed`);
    else if (this.#nodes.length === 0) this.#tell('the text ends where a value was expected');
    if (this.#key) this.#addMissing();
  }

  #close(isObject: boolean): void {
    const isMatched = this.#open.at(-1)?.isObject === isObject;
    const isDue = this.#expects === 'comma' || this.#isFresh;
    if (this.#key) this.#addMissing();
    else if (isMatched && !isDue) this.#tell('a value was expected: remove the comma before it');
    if (!isMatched) {
      this.#tell(`this ${isObject ? '}' : ']'} closes nothing that is open here`);
      if (!this.#open.some((each) => each.isObject === isObject)) {
        this.#at += 1;
        return;
      }
      while (this.#open.at(-1)?.isObject !== isObject) this.#end(this.#at);
    }
    this.#at += 1;
    this.#end(this.#at);
    this.#expects = 'comma';
  }

  #separate(): void {
    if (this.#key) this.#addMissing();
    else if (this.#expects !== 'comma') this.#tell('a value was expected before this comma');
    else if (this.#open.length === 0) this.#tell('nothing more was expected after the value');
    this.#at += 1;
    this.#isFresh = false;
    this.#expects = this.#open.at(-1)?.isObject ? 'key' : 'value';
  }

  #takeColon(): void {
    if (this.#expects === 'colon') this.#expects = 'value';
    else this.#tell('a colon was not expected here');
    this.#at += 1;
  }

  #takeText(sign: string): void {
    const top = this.#open.at(-1);
    if (this.#expects === 'comma') {
      this.#tell(
        top ? `a comma or ${top.isObject ? '}' : ']'} was expected` : 'nothing more was expected after the value',
      );
      this.#expects = top?.isObject ? 'key' : 'value';
    } else if (this.#expects === 'colon') {
      this.#tell('a colon was expected');
      this.#expects = 'value';
    }
    this.#isFresh = false;
    if (this.#expects === 'key' && sign !== '{' && sign !== '[') this.#takeKey(sign);
    else this.#takeValue(sign);
  }

  #takeKey(sign: string): void {
    const from = this.#at;
    if (sign === '"') this.#skipString();
    else {
      this.#tell('a name in double quotes was expected');
      this.#at += Math.max(1, bareLength(this.#source, from));
    }
    this.#key = { from, to: this.#at };
    this.#expects = 'colon';
  }

  #takeValue(sign: string): void {
    if (this.#expects === 'key') this.#tell('a name in double quotes was expected');
    const from = this.#at;
    if (sign === '{' || sign === '[') {
      this.#at += 1;
      const node = this.#add(sign === '{' ? 'object' : 'array', from);
      this.#open.push({ index: node.index, isObject: sign === '{', count: 0, keys: null });
      this.#expects = sign === '{' ? 'key' : 'value';
      this.#isFresh = true;
      return;
    }
    let kind: JsonKind = 'string';
    if (sign === '"') this.#skipString();
    else {
      this.#at += Math.max(1, bareLength(this.#source, from));
      kind = kindOfBare(this.#source.slice(from, this.#at));
      if (kind === 'error') this.#tell('this is not a JSON value: texts need double quotes', from);
    }
    this.#add(kind, from).to = this.#at;
    this.#expects = 'comma';
  }

  #skipString(): void {
    this.#at = endOfString(this.#source, this.#at, (message, at) => this.#tell(message, at));
  }

  /** A name without a value. */
  #addMissing(): void {
    this.#tell('a value was expected after this name', this.#key?.from);
    this.#add('error', this.#at);
  }

  #add(kind: JsonKind, from: number): Writable {
    const top = this.#open.at(-1);
    const key = this.#key;
    this.#key = null;
    const isMember = top?.isObject === true;
    const count = top ? top.count++ : this.#roots++;
    const node: Writable = {
      index: this.#nodes.length,
      parent: top?.index ?? -1,
      depth: this.#open.length,
      kind,
      key,
      item: isMember || (!top && count === 0) ? null : count,
      place: count,
      from,
      to: this.#at,
      children: 0,
      end: this.#nodes.length + 1,
      isRepeated: false,
    };
    if (top && key) node.isRepeated = this.#isRepeated(top, decodedString(this.#source.slice(key.from, key.to)));
    this.#nodes.push(node);
    return node;
  }

  #isRepeated(top: Open, name: string): boolean {
    top.keys ??= new Set();
    const isRepeated = top.keys.has(name);
    top.keys.add(name);
    return isRepeated;
  }

  #end(at: number): void {
    const ended = this.#open.pop();
    const node = ended && this.#nodes[ended.index];
    if (!node) return;
    node.to = at;
    node.children = ended.count;
    node.end = this.#nodes.length;
  }

  #skipSpace(): void {
    this.#at += spaceLength(this.#source, this.#at);
  }

  #tell(message: string, at = this.#at): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ at, message });
  }
}
