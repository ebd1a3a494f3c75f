// Which letters a phone can show without Unicode (GSM 03.38, basic and extension tables). Vietnam has no national
// shift table, so one ạ or đ turns the whole message into UCS-2; sent as GSM-7 it would arrive as question marks.

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';
const GSM7 = new Set(BASIC + EXTENSION);

/** Whether the text needs UCS-2 on the air. @param text NFC */
export function needsUnicode(text: string): boolean {
  for (const letter of text) if (!GSM7.has(letter)) return true;
  return false;
}
