const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @returns the text for element content and attributes of HTML and XML */
export function escapeMarkup(text: string): string {
  return [...text]
    .filter(isAllowed)
    .map((sign) => entities[sign] ?? sign)
    .join('');
}

/** XML 1.0 (section 2.2) allows only these three control characters. */
function isAllowed(sign: string): boolean {
  return sign >= ' ' || sign === '\t' || sign === '\n' || sign === '\r';
}
