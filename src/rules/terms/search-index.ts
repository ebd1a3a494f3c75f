// The index of a list of short Vietnamese names, wholly in memory: typed arrays, no work left for the moment of asking
// but merging. Built once at start; the catalogue of the country fits in a few megabytes.
import { type Lexicon, lexiconOf } from './search-slips.ts';
import type { Synonym } from './search-synonyms.ts';
import { type Word, wordReader, wordsOf } from './search-text.ts';

/** What can be found. */
export interface SearchDoc {
  readonly id: string;
  readonly name: string;
  /** Other words it is found by; they weigh less than the name. */
  readonly keywords?: readonly string[];
  /** Codes it is found by, the one in force first; `id` when absent and shaped like a code. */
  readonly codes?: readonly string[];
  /** 0 to 1: how often people come for it. Decides between equals only. */
  readonly popularity?: number;
}

/** Where the documents of each exact word lie: `docs[starts[w]] … docs[starts[w+1]-1]`. */
export interface Postings {
  readonly starts: Int32Array;
  readonly docs: Int32Array;
}

/** Room for one question at a time, reused so that asking allocates little. */
export interface Scratch {
  readonly score: Float32Array;
  readonly stamp: Int32Array;
  readonly touched: Int32Array;
  readonly bits: Uint32Array;
  round: number;
}

export interface SearchIndex<D extends SearchDoc = SearchDoc> {
  readonly docs: readonly D[];
  /** Exact words (with marks); groups are their folded forms. */
  readonly wordOf: ReadonlyMap<string, number>;
  readonly shown: readonly string[];
  readonly groupOfWord: Int32Array;
  readonly wordsOfGroup: readonly (readonly number[])[];
  readonly wordFrequency: Int32Array;
  readonly lexicon: Lexicon;
  readonly inName: Postings;
  readonly inKeywords: Postings;
  /** The names as word numbers: `nameWords[nameStarts[d]] …`. */
  readonly nameStarts: Int32Array;
  readonly nameWords: Int32Array;
  /** How much each word says (idf of its folded group). */
  readonly wordWeight: Float32Array;
  /** Sum over the words of the name that stand outside brackets. */
  readonly weightOfName: Float32Array;
  readonly codes: readonly (readonly string[])[];
  /** Everyday phrases by their first folded word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly scratch: Scratch;
}

interface Stream {
  readonly starts: Int32Array;
  readonly words: Int32Array;
}

/**
 * Builds the index.
 * @param docs names of up to a few hundred letters each
 * @param synonyms everyday words and what they mean in the language of the names
 */
export function buildIndex<D extends SearchDoc>(
  docs: readonly D[],
  synonyms: readonly Synonym[] = [],
): SearchIndex<D> {
  const vocabulary = newVocabulary();
  const names = streamOf(docs, vocabulary, (doc) => doc.name);
  const keywords = streamOf(docs, vocabulary, (doc) => doc.keywords?.join(' , ') ?? '');
  const cores = streamOf(docs, vocabulary, (doc) => doc.name.replace(/\([^)]*\)/gu, ' '));
  for (const { say } of synonyms) for (const phrase of say) vocabulary.read(phrase);
  const count = vocabulary.words.length;
  const inName = postingsOf(names, count);
  const inKeywords = postingsOf(keywords, count);
  const wordFrequency = new Int32Array(count);
  for (let w = 0; w < count; w++) {
    wordFrequency[w] = size(inName, w) + size(inKeywords, w);
  }
  const { groups, groupOfWord, wordsOfGroup } = groupsOf(vocabulary.words);
  const frequency = wordsOfGroup.map((list) => list.reduce((sum, w) => sum + (wordFrequency[w] ?? 0), 0));
  const wordWeight = Float32Array.from(groupOfWord, (group) => idf(docs.length, frequency[group] ?? 0));
  return {
    docs,
    wordOf: vocabulary.wordOf,
    shown: vocabulary.words.map((word) => word.shown),
    groupOfWord,
    wordsOfGroup,
    wordFrequency,
    lexicon: lexiconOf(groups, frequency),
    inName,
    inKeywords,
    nameStarts: names.starts,
    nameWords: names.words,
    wordWeight,
    weightOfName: weights(cores, wordWeight),
    codes: docs.map((doc) => doc.codes ?? (/^\d\.\d{6}/u.test(doc.id) ? [doc.id] : [])),
    phrases: phrasesOf(synonyms),
    scratch: {
      score: new Float32Array(docs.length),
      stamp: new Int32Array(docs.length).fill(-1),
      touched: new Int32Array(docs.length),
      bits: new Uint32Array(count),
      round: 0,
    },
  };
}

/** Rarer words say more. */
export function idf(documents: number, frequency: number): number {
  return Math.log(1 + documents / (frequency + 0.5));
}

function newVocabulary() {
  const reader = wordReader();
  const wordOf = new Map<string, number>();
  const words: Word[] = [];
  const read = (text: string): number[] =>
    reader(text).map((word) => {
      const known = wordOf.get(word.key);
      if (known !== undefined) return known;
      wordOf.set(word.key, words.length);
      return words.push(word) - 1;
    });
  return { wordOf, words, read };
}

function streamOf<D>(
  docs: readonly D[],
  vocabulary: ReturnType<typeof newVocabulary>,
  text: (doc: D) => string,
): Stream {
  const starts = new Int32Array(docs.length + 1);
  const all: number[] = [];
  docs.forEach((doc, d) => {
    for (const word of vocabulary.read(text(doc))) all.push(word);
    starts[d + 1] = all.length;
  });
  return { starts, words: Int32Array.from(all) };
}

/** Each word's documents in ascending order, each once. */
function postingsOf(stream: Stream, words: number): Postings {
  const starts = new Int32Array(words + 1);
  const last = new Int32Array(words).fill(-1);
  eachOnce(stream, last, (word) => {
    starts[word + 1] = (starts[word + 1] ?? 0) + 1;
  });
  for (let w = 0; w < words; w++) starts[w + 1] = (starts[w + 1] ?? 0) + (starts[w] ?? 0);
  const docs = new Int32Array(starts[words] ?? 0);
  const next = starts.slice(0, words);
  eachOnce(stream, last.fill(-1), (word, d) => {
    docs[next[word] ?? 0] = d;
    next[word] = (next[word] ?? 0) + 1;
  });
  return { starts, docs };
}

function eachOnce(stream: Stream, last: Int32Array, visit: (word: number, doc: number) => void): void {
  for (let d = 0; d + 1 < stream.starts.length; d++) {
    for (let at = stream.starts[d] ?? 0; at < (stream.starts[d + 1] ?? 0); at++) {
      const word = stream.words[at] ?? 0;
      if (last[word] === d) continue;
      last[word] = d;
      visit(word, d);
    }
  }
}

function size(postings: Postings, word: number): number {
  return (postings.starts[word + 1] ?? 0) - (postings.starts[word] ?? 0);
}

function groupsOf(words: readonly Word[]) {
  const groups: string[] = [];
  const wordsOfGroup: number[][] = [];
  const groupOf = new Map<string, number>();
  const groupOfWord = new Int32Array(words.length);
  words.forEach((word, w) => {
    let group = groupOf.get(word.folded);
    if (group === undefined) {
      group = groups.push(word.folded) - 1;
      groupOf.set(word.folded, group);
      wordsOfGroup.push([]);
    }
    groupOfWord[w] = group;
    wordsOfGroup[group]?.push(w);
  });
  return { groups, groupOfWord, wordsOfGroup };
}

function weights(stream: Stream, weight: Float32Array): Float32Array {
  const sums = new Float32Array(stream.starts.length - 1);
  for (let d = 0; d < sums.length; d++) {
    let sum = 0;
    for (let at = stream.starts[d] ?? 0; at < (stream.starts[d + 1] ?? 0); at++)
      sum += weight[stream.words[at] ?? 0] ?? 0;
    sums[d] = sum;
  }
  return sums;
}

/** An everyday phrase and what it means. */
export interface Phrase {
  readonly words: readonly Word[];
  readonly means: readonly string[];
}

function phrasesOf(synonyms: readonly Synonym[]): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const { say, means } of synonyms) {
    for (const text of say) {
      const words = wordsOf(text);
      const first = words[0]?.folded ?? '';
      phrases.set(first, [...(phrases.get(first) ?? []), { words, means }]);
    }
  }
  return phrases;
}
