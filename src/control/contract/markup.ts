const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** @returns the text for element content and attributes of HTML and XML; control characters, which XML forbids, go */
export function escapeMarkup(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly those are not allowed in XML 1.0 (section 2.2)
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
