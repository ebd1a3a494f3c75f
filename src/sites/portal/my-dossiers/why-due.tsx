// Why a dossier is due when it is, in the language of the page.
import { type Books, type Dossier, type Supplement, whyDueIn } from '../../../modules/dossiers/index.ts';
import { type Lang, naming, type Said, Vi } from '../../../ui/index.ts';

/**
 * @param supplements null where they are not at hand (the list): then only a count that no pause moved is told again
 * @returns undefined where it is not told; the Vietnamese words kept with the dossier where nothing else holds
 */
export function whyDue(
  lang: Lang,
  dossier: Dossier,
  supplements: readonly Supplement[] | null,
  books: Books,
): Said | undefined {
  if (lang === 'vi') return dossier.dueWhy;
  const told = whyDueIn(lang, dossier, supplements ?? [], books);
  if (told) return naming(lang, told);
  return supplements && dossier.dueWhy ? <Vi>{dossier.dueWhy}</Vi> : undefined;
}
