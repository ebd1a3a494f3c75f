// What is said of any question's answer, whatever its kind; what only one kind says stands in the kind's own file.
import { upperFirst } from '../kernel/index.ts';
import type { Named } from './fault.ts';

export const vi = {
  'not-entered': ({ name }: Named) => `Bạn phải nhập ${name}.`,
  'not-chosen': ({ name }: Named) => `Bạn phải chọn ${name}.`,
  /** The form's own sentence. */
  'in-own-words': ({ text }: { text: string }) => text,
  'too-long': ({ name, longest }: Named & { longest: number }) =>
    `${upperFirst(name)} dài quá ${longest} ký tự. Bạn hãy viết ngắn lại.`,
  strange: ({ name, strange }: Named & { strange: readonly string[] }) =>
    `${upperFirst(name)} có ký tự lạ. Hãy bỏ ký tự không in được: ${strange.join(' ')}`,
  'rows-too-few': ({ name, least }: { name: string; least: number }) =>
    `Bạn phải khai ít nhất ${least} ${name}.`,
  'rows-too-many': ({ name, most }: { name: string; most: number }) =>
    `Bạn chỉ khai được tối đa ${most} ${name}.`,
};
