// How large a file is, as people read it.
import type { Language } from '../../rules/kernel/index.ts';

const LOCALES = { vi: 'vi-VN', en: 'en-GB' } as const;

/** `320 KB`, `1,4 MB` (in English `1.4 MB`) */
export function fileSize(language: Language, bytes: number): string {
  if (bytes < 1_048_576) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const most = { maximumFractionDigits: 1 };
  return `${(bytes / 1_048_576).toLocaleString(LOCALES[language], most)} MB`;
}
